package org.neuroward.edf;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes texts and numbers from the bytes of a header, and notes what it had to forgive. */
final class HeaderFields {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern ZERO = Pattern.compile("[+-]?[0.]+([eE].*)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final int SHOWN_CHARACTERS = 20;

    private final byte[] bytes;
    private final List<EdfNotice> notices;
    private int signals;

    HeaderFields(byte[] bytes, List<EdfNotice> notices) {
        this.bytes = bytes;
        this.notices = notices;
    }

    void signals(int count) {
        signals = count;
    }

    byte[] raw(HeaderField field, int signal) {
        int offset = field.offset(signal, signals);
        return Arrays.copyOfRange(bytes, offset, offset + field.size);
    }

    String text(HeaderField field, int signal) {
        byte[] raw = raw(field, signal);
        HeaderText found = field == HeaderField.UNIT ? HeaderText.decodeUnit(raw) : HeaderText.decode(raw);
        if (!found.ascii()) {
            notices.add(EdfNotice.of(
                    EdfNotice.Kind.TEXT_NOT_ASCII,
                    Map.of("field", field.code, "place", place(signal), "charset", found.charset())));
        }
        return found.text();
    }

    boolean holdsNumber(HeaderField field, int signal) {
        String text = HeaderText.decode(raw(field, signal)).text().replace(',', '.');
        return NUMBER.matcher(text).matches();
    }

    double decimal(HeaderField field, int signal) throws EdfFormatException {
        HeaderText found = HeaderText.decode(raw(field, signal));
        String text = found.text();
        String point = text.replace(',', '.');
        if (!found.ascii() || !NUMBER.matcher(point).matches() || !holds(Double.parseDouble(point), point)) {
            throw refused(EdfProblem.NOT_A_NUMBER, field, signal, text);
        }
        if (!point.equals(text)) {
            notices.add(
                    EdfNotice.of(EdfNotice.Kind.DECIMAL_COMMA, Map.of("field", field.code, "place", place(signal))));
        }
        return Double.parseDouble(point);
    }

    /** A double must hold it: neither infinite nor a zero that was none. */
    private static boolean holds(double value, String text) {
        return !Double.isInfinite(value) && (value != 0 || ZERO.matcher(text).matches());
    }

    int integer(HeaderField field, int signal, int min, int max) throws EdfFormatException {
        double value = decimal(field, signal);
        String text = HeaderText.decode(raw(field, signal)).text();
        if (value != Math.rint(value) || value < min || value > max) {
            throw refused(EdfProblem.OUT_OF_RANGE, field, signal, text);
        }
        if (!INTEGER.matcher(text).matches()) {
            notices.add(EdfNotice.of(EdfNotice.Kind.NUMBER_FORM, Map.of("field", field.code, "place", place(signal))));
        }
        return (int) value;
    }

    EdfFormatException refused(EdfProblem problem, HeaderField field, int signal, String text) {
        String shown = text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS);
        return new EdfFormatException(
                problem,
                Map.of(
                        "field",
                        field.code,
                        "place",
                        place(signal),
                        "text",
                        shown,
                        "byte",
                        field.offset(Math.max(signal, 0), signals)));
    }

    /** Number of the signal as people count, or 0 for the fields of the whole file. */
    private static String place(int signal) {
        return String.valueOf(signal + 1);
    }
}
