package org.neuroward.clinic.reporting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of one form of a report. */
final class Rendition {

    private final ReportForm form;
    private final byte[] bytes;

    Rendition(ReportForm form, byte[] bytes) {
        this.form = form;
        this.bytes = bytes.clone();
    }

    ReportForm form() {
        return form;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Lower-case hex. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
