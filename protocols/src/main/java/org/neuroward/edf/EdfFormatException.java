package org.neuroward.edf;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * The bytes cannot be trusted as EDF or BDF, or a file that cannot be written was asked for. Carries a code, the facts and
 * the place; holds no text of the patient or recording field.
 */
public final class EdfFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final EdfProblem problem;
    private final transient SortedMap<String, String> facts;

    EdfFormatException(EdfProblem problem, Map<String, ?> facts) {
        super(EdfMessages.sentence("problem." + problem.code(), EdfMessages.facts(facts), Locale.ENGLISH));
        this.problem = problem;
        this.facts = EdfMessages.facts(facts);
    }

    public EdfProblem problem() {
        return problem;
    }

    /** Facts by name: what was found, what was expected, and the place as {@code byte}, {@code signal} or {@code record}. */
    public SortedMap<String, String> facts() {
        return facts;
    }

    /** One sentence without the file's name: the rule, the facts, the way out. Chinese or, for any other language, English. */
    public String sentence(Locale locale) {
        return EdfMessages.sentence("problem." + problem.code(), facts, locale);
    }
}
