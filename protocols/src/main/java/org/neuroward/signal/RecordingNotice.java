package org.neuroward.signal;

import java.util.Locale;
import java.util.SortedMap;

/** A departure from a file format that its reader lived with, or a conclusion that it had to draw. */
public interface RecordingNotice {

    /** Stable, lower case, for machines. */
    String code();

    /** Whether samples are known to be lost or spoilt. */
    boolean damage();

    /** By name, in the order of their names. */
    SortedMap<String, String> facts();

    /** One sentence, Chinese or, for any other language, English. */
    String sentence(Locale locale);
}
