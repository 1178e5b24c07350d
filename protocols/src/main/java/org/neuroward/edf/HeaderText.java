package org.neuroward.edf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text found in a file. EDF allows printable US-ASCII alone in the header; real files hold names in UTF-8, GB18030 and Latin-1.
 *
 * @param charset name of the encoding that was taken, {@code US-ASCII} for a conforming field
 */
record HeaderText(String text, String charset) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    boolean ascii() {
        return charset.equals("US-ASCII");
    }

    /** Blanks at the end are padding; control characters become blanks, so that no terminal or page obeys them. */
    static HeaderText decode(byte[] bytes) {
        return decode(bytes, false).cleaned();
    }

    /** As {@link #decode}, for a unit: a lone byte B5 is Latin-1's micro sign, and 83 CA is Shift-JIS's mu. */
    static HeaderText decodeUnit(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0x83 && (bytes[1] & 0xFF) == 0xCA) {
            String rest = new String(bytes, 2, bytes.length - 2, StandardCharsets.ISO_8859_1);
            return new HeaderText("μ" + rest, "Shift_JIS").cleaned();
        }
        return decode(bytes, (bytes[0] & 0xFF) == 0xB5).cleaned();
    }

    /** For the text of annotations, in which line feeds and tabs are lawful. */
    static HeaderText decodeAnnotation(byte[] bytes) {
        return decode(bytes, false);
    }

    private static HeaderText decode(byte[] bytes, boolean latin) {
        if (isAscii(bytes)) {
            return new HeaderText(new String(bytes, StandardCharsets.US_ASCII), "US-ASCII");
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new HeaderText(utf8, "UTF-8");
        }
        String chinese = !latin && holdsDoubleHighPair(bytes) ? strictly(bytes, GB18030) : null;
        if (chinese != null) {
            return new HeaderText(chinese, "GB18030");
        }
        return new HeaderText(new String(bytes, StandardCharsets.ISO_8859_1), "ISO-8859-1");
    }

    private HeaderText cleaned() {
        var clean = new StringBuilder(text.length());
        text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(clean::appendCodePoint);
        return new HeaderText(clean.toString().strip(), charset);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Every GB 2312 character is two high bytes; Latin-1's accented letters mostly stand alone between ASCII letters. */
    private static boolean holdsDoubleHighPair(byte[] bytes) {
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i - 1] < 0 && bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private static String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
