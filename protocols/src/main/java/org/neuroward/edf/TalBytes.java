package org.neuroward.edf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Composes time-stamped annotation lists (EDF+ 2.2.2). */
final class TalBytes {

    private TalBytes() {}

    static byte[] timeKeeping(long onsetNanos) {
        return (onset(onsetNanos) + "\u0014\u0014\0").getBytes(StandardCharsets.US_ASCII);
    }

    /** EDF+ 2.2.2 forbids control characters in the text, save tab, line feed and carriage return. */
    static byte[] annotation(long onsetNanos, Optional<Long> durationNanos, String text) {
        String times = onset(onsetNanos)
                + durationNanos.map(nanos -> "\u0015" + decimal(nanos)).orElse("");
        String allowed = text.replaceAll("[\\p{Cntrl}&&[^\t\n\r]]", " ");
        return (times + "\u0014" + allowed + "\u0014\0").getBytes(StandardCharsets.UTF_8);
    }

    private static String onset(long nanos) {
        return (nanos < 0 ? "-" : "+") + decimal(Math.abs(nanos));
    }

    private static String decimal(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
        return seconds.toPlainString();
    }
}
