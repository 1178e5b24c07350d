package org.neuroward.bids;

import java.util.Locale;
import java.util.Map;
import org.neuroward.signal.FactSentences;
import org.neuroward.signal.RecordingFormatException;

/** A recording cannot become part of a dataset as asked. Nothing was written, and nothing that was there was changed. */
public final class BidsException extends RecordingFormatException {

    private static final long serialVersionUID = 1L;
    private static final FactSentences SENTENCES = new FactSentences("org.neuroward.bids.messages");

    /** Why. The sentence for each, in two languages, stands in {@code messages.properties}. */
    public enum Problem {
        LABEL,
        RUN,
        NOT_A_DATASET,
        PARTICIPANTS_UNREADABLE,
        FILE_EXISTS,
        LABELS_REPEATED,
        NO_CHANNELS;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Problem problem;

    BidsException(Problem problem, Map<String, ?> facts) {
        super(SENTENCES.sentence("problem." + problem.code(), FactSentences.facts(facts), Locale.ENGLISH), facts);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    @Override
    public String code() {
        return problem.code();
    }

    @Override
    public String sentence(Locale locale) {
        return SENTENCES.sentence("problem." + problem.code(), facts(), locale);
    }
}
