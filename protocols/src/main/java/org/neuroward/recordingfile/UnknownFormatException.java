package org.neuroward.recordingfile;

import java.util.Locale;
import java.util.Map;
import org.neuroward.signal.FactSentences;
import org.neuroward.signal.RecordingFormatException;

/** The file is of no format that can be read. */
public final class UnknownFormatException extends RecordingFormatException {

    private static final long serialVersionUID = 1L;
    private static final FactSentences SENTENCES = new FactSentences("org.neuroward.recordingfile.messages");
    private static final String CODE = "format-unknown";

    UnknownFormatException() {
        super(SENTENCES.sentence(CODE, Map.of(), Locale.ENGLISH), Map.of());
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String sentence(Locale locale) {
        return SENTENCES.sentence(CODE, facts(), locale);
    }
}
