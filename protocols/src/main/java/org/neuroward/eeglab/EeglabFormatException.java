package org.neuroward.eeglab;

import java.util.Locale;
import java.util.Map;
import org.neuroward.signal.FactSentences;
import org.neuroward.signal.RecordingFormatException;

/** The file cannot be trusted as an EEGLAB dataset. Facts carry the place as {@code field}. */
public final class EeglabFormatException extends RecordingFormatException {

    static final FactSentences SENTENCES = new FactSentences("org.neuroward.eeglab.messages");

    private static final long serialVersionUID = 1L;

    private final EeglabProblem problem;

    EeglabFormatException(EeglabProblem problem, Map<String, ?> facts) {
        super(SENTENCES.sentence("problem." + problem.code(), FactSentences.facts(facts), Locale.ENGLISH), facts);
        this.problem = problem;
    }

    public EeglabProblem problem() {
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
