package org.neuroward.edf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the bytes of one annotation signal in one data record apart (EDF+ 2.2.2 to 2.2.4). */
final class TalParser {

    private static final byte TEXT_END = 0x14;
    private static final Pattern TIMES =
            Pattern.compile("([+-]?\\d{1,12}(?:\\.\\d{0,20})?)(?:\\x15(\\d{1,12}(?:\\.\\d{0,20})?))?");
    /** Some 31 years: no recording is longer, and nanoseconds stay far inside 64 bits. */
    private static final BigDecimal LARGEST_SECONDS = BigDecimal.valueOf(1_000_000_000L);

    private int unreadable;
    private int notUtf8;

    /** Lists that could not be understood, so far. */
    int unreadable() {
        return unreadable;
    }

    int notUtf8() {
        return notUtf8;
    }

    List<Tal> parse(byte[] bytes, int length) {
        var tals = new ArrayList<Tal>();
        int start = 0;
        while (start < length) {
            int end = start;
            while (end < length && bytes[end] != 0) {
                end++;
            }
            if (end > start) {
                add(Arrays.copyOfRange(bytes, start, end), tals);
            }
            start = end + 1;
        }
        return tals;
    }

    private void add(byte[] list, List<Tal> tals) {
        int mark = indexOf(list, 0);
        Matcher times = TIMES.matcher(ascii(list, mark < 0 ? 0 : mark));
        if (!times.matches() || tooFar(times.group(1)) || tooFar(times.group(2))) {
            unreadable++;
            return;
        }
        Optional<Long> duration = Optional.ofNullable(times.group(2)).map(TalParser::nanos);
        tals.add(new Tal(nanos(times.group(1)), duration, texts(list, mark + 1)));
    }

    private List<String> texts(byte[] list, int from) {
        var texts = new ArrayList<String>();
        int start = from;
        while (start < list.length) {
            int end = indexOf(list, start);
            // A last text without its end mark was cut by the writer; what is there is kept.
            int stop = end < 0 ? list.length : end;
            texts.add(text(Arrays.copyOfRange(list, start, stop)));
            start = stop + 1;
        }
        return texts.isEmpty() ? List.of("") : texts;
    }

    private String text(byte[] bytes) {
        HeaderText text = HeaderText.decodeAnnotation(bytes);
        if (!text.ascii() && !text.charset().equals("UTF-8")) {
            notUtf8++;
        }
        return text.text();
    }

    private static int indexOf(byte[] list, int from) {
        for (int i = from; i < list.length; i++) {
            if (list[i] == TEXT_END) {
                return i;
            }
        }
        return -1;
    }

    private static String ascii(byte[] list, int end) {
        return new String(list, 0, Math.min(end, 80), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static boolean tooFar(String seconds) {
        return seconds != null && new BigDecimal(seconds).abs().compareTo(LARGEST_SECONDS) > 0;
    }

    private static long nanos(String seconds) {
        return new BigDecimal(seconds)
                .movePointRight(9)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
