package org.neuroward.edf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Composes time-stamped annotation lists (EDF+ 2.2.2). */
final class TalBytes {

    private TalBytes() {}

    static byte[] timeKeeping(long onsetNanos) {
        return (onset(onsetNanos) + "\u0014\u0014\0").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * EDF+ 2.2.2 forbids control characters in the text, save tab, line feed and carriage return. A remark that reads like
     * this program's mark for padding gets a full stop, lest samples be left out for it.
     */
    static byte[] annotation(long onsetNanos, Optional<Long> durationNanos, String text) {
        String allowed = text.replaceAll("[\\p{Cntrl}&&[^\t\n\r]]", " ");
        return list(onsetNanos, durationNanos, List.of(Padding.isText(allowed) ? allowed + "." : allowed));
    }

    static byte[] padding(Padding padding) {
        return list(padding.onsetNanos(), Optional.of(padding.durationNanos()), List.of(padding.text()));
    }

    /** Times and texts as they are; a text must hold no control character that ends it. */
    static byte[] list(long onsetNanos, Optional<Long> durationNanos, List<String> texts) {
        String times = onset(onsetNanos)
                + durationNanos.map(nanos -> "\u0015" + decimal(nanos)).orElse("");
        return (times + "\u0014" + String.join("\u0014", texts) + "\u0014\0").getBytes(StandardCharsets.UTF_8);
    }

    private static String onset(long nanos) {
        return (nanos < 0 ? "-" : "+") + decimal(Math.abs(nanos));
    }

    private static String decimal(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
        return seconds.toPlainString();
    }
}
