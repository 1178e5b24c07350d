package org.neuroward.clinic.screening;

/** Says why a sealed recording is not even tried. */
final class UnscorableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ScoringFailure failure;

    UnscorableException(ScoringFailure failure, String facts) {
        super("a sealed recording is scored only as it was sealed, for the patient that it is of: " + facts);
        this.failure = failure;
    }

    ScoringFailure failure() {
        return failure;
    }
}
