package org.neuroward.clinic.web;

/**
 * A request that cannot be answered as asked, told to its reader in one sentence: as an error page, or for
 * {@code /api/*} as JSON {@code {"code","sentence"}}.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * @param status the HTTP status, 400 to 599
     * @param code a fixed word for programs, as {@code bed-busy}
     * @param sentence the rule, the facts and the way out, in the reader's language and without a patient's data
     */
    public Problem(int status, String code, String sentence) {
        super(sentence, null, false, false);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem's status is 400 to 599: status=" + status);
        }
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return getMessage();
    }
}
