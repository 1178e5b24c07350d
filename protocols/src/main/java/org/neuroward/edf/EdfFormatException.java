package org.neuroward.edf;

import java.util.Locale;
import java.util.Map;
import org.neuroward.signal.RecordingFormatException;

/**
 * The bytes cannot be trusted as EDF or BDF, or a file that cannot be written was asked for. Facts carry the place as {@code byte},
 * {@code signal} or {@code record}; none holds text of the patient or recording field.
 */
public final class EdfFormatException extends RecordingFormatException {

    private static final long serialVersionUID = 1L;

    private final EdfProblem problem;

    EdfFormatException(EdfProblem problem, Map<String, ?> facts) {
        super(EdfMessages.sentence("problem." + problem.code(), EdfMessages.facts(facts), Locale.ENGLISH), facts);
        this.problem = problem;
    }

    public EdfProblem problem() {
        return problem;
    }

    @Override
    public String code() {
        return problem.code();
    }

    @Override
    public String sentence(Locale locale) {
        return EdfMessages.sentence("problem." + problem.code(), facts(), locale);
    }
}
