package org.neuroward.clinic.screening;

/** Why a recording could not be scored, as a code with a sentence in the message bundle. */
enum ScoringFailure {
    FILE_MISSING("file-missing"),
    FILE_CHANGED("file-changed"),
    FILE_UNREADABLE("file-unreadable"),
    /** Whose recording it is must first be said by a person. */
    IDENTITY_OPEN("identity-open"),
    INTERRUPTED("interrupted"),
    FAULT("fault");

    private final String code;

    ScoringFailure(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
