package org.neuroward.brainvision;

import java.util.Locale;
import java.util.Map;
import org.neuroward.signal.FactSentences;
import org.neuroward.signal.RecordingFormatException;

/** The files cannot be trusted as a BrainVision recording. Facts carry the place as {@code section} and {@code key}. */
public final class BrainVisionFormatException extends RecordingFormatException {

    static final FactSentences SENTENCES = new FactSentences("org.neuroward.brainvision.messages");

    private static final long serialVersionUID = 1L;

    private final BrainVisionProblem problem;

    BrainVisionFormatException(BrainVisionProblem problem, Map<String, ?> facts) {
        super(SENTENCES.sentence("problem." + problem.code(), FactSentences.facts(facts), Locale.ENGLISH), facts);
        this.problem = problem;
    }

    public BrainVisionProblem problem() {
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
