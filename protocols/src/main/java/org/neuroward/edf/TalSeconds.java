package org.neuroward.edf;

import java.util.OptionalLong;

/** Seconds as annotations write them (EDF+ 2.2.2): digits, and a fraction of up to twenty more. */
final class TalSeconds {

    private static final int MOST_WHOLE_DIGITS = 12;
    private static final int MOST_FRACTION_DIGITS = 20;
    private static final int NANO_DIGITS = 9;
    /** Some 31 years: no recording is longer, and nanoseconds stay far inside 64 bits. */
    private static final long LARGEST_NANOS = 1_000_000_000L * 1_000_000_000L;

    private TalSeconds() {}

    /** Nanoseconds with an optional sign ahead; empty when the bytes are no such number, or one of more than 31 years. */
    static OptionalLong signedNanos(byte[] bytes, int from, int to) {
        boolean signed = from < to && (bytes[from] == '+' || bytes[from] == '-');
        OptionalLong size = nanos(bytes, signed ? from + 1 : from, to);
        return signed && bytes[from] == '-' && size.isPresent() ? OptionalLong.of(-size.getAsLong()) : size;
    }

    /** To the nearest nanosecond, half a nanosecond upwards. */
    static OptionalLong nanos(byte[] bytes, int from, int to) {
        int point = digitsEnd(bytes, from, to);
        boolean fraction = point < to && bytes[point] == '.';
        int end = fraction ? digitsEnd(bytes, point + 1, to) : point;
        int whole = point - from;
        if (end != to || whole < 1 || whole > MOST_WHOLE_DIGITS || to - point > MOST_FRACTION_DIGITS + 1) {
            return OptionalLong.empty();
        }
        long seconds = number(bytes, from, point, whole);
        if (seconds > LARGEST_NANOS / 1_000_000_000) {
            return OptionalLong.empty();
        }
        long nanos = seconds * 1_000_000_000 + (fraction ? number(bytes, point + 1, to, NANO_DIGITS) : 0);
        boolean beyond = fraction && holdsMore(bytes, point + 1 + NANO_DIGITS, to);
        if (nanos > LARGEST_NANOS || (nanos == LARGEST_NANOS && beyond)) {
            return OptionalLong.empty();
        }
        boolean up = beyond && bytes[point + 1 + NANO_DIGITS] >= '5';
        return OptionalLong.of(up ? nanos + 1 : nanos);
    }

    private static int digitsEnd(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        return end;
    }

    /** The first {@code digits} digits as a number; missing ones are zeros at its end. */
    private static long number(byte[] bytes, int from, int to, int digits) {
        long number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + (i < to ? bytes[i] - '0' : 0);
        }
        return number;
    }

    /** Whether a digit other than 0 stands from there on. */
    private static boolean holdsMore(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != '0') {
                return true;
            }
        }
        return false;
    }
}
