package org.neuroward.signal;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * The bytes of a recording cannot be trusted as the format that they claim to be, or a file that the format cannot hold was
 * asked for. Says what, where, and what to do; holds nothing that names a person.
 */
public abstract class RecordingFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient SortedMap<String, String> facts;

    /**
     * @param english the sentence in English, for logs
     * @param facts by name
     */
    protected RecordingFormatException(String english, Map<String, ?> facts) {
        super(english);
        this.facts = FactSentences.facts(facts);
    }

    /** Stable, lower case, for machines. */
    public abstract String code();

    /** One sentence without the file's name: the rule, the facts, the way out. Chinese or, for any other language, English. */
    public abstract String sentence(Locale locale);

    /** Facts by name: what was found, what was expected, and the place. */
    public final SortedMap<String, String> facts() {
        return facts;
    }
}
