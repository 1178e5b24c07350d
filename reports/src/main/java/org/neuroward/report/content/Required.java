package org.neuroward.report.content;

import java.util.regex.Pattern;

/** Rules that several records of a report share. Messages name the field, never its content: it may be a patient's. */
final class Required {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Required() {}

    static void text(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("a report needs the " + field);
        }
        requirePrintable(field, value);
    }

    /** Control characters would break the PDF and XML forms; line breaks are for free text alone. */
    static void requirePrintable(String field, String value) {
        boolean printable = value.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n');
        if (!printable || value.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            throw new IllegalArgumentException("text in a report must be free of control characters: field=" + field);
        }
    }

    static void code(String field, String value) {
        if (value == null || !CODE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a code is lower-case letters and digits, joined by hyphens or dots: field=" + field + ", value="
                            + value);
        }
    }

    static void sha256(String field, String value) {
        if (value == null || !SHA256.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a SHA-256 is 64 lower-case hex digits: field=" + field + ", value=" + value);
        }
    }
}
