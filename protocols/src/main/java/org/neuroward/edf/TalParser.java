package org.neuroward.edf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes the bytes of one annotation signal in one data record apart (EDF+ 2.2.2 to 2.2.4). */
final class TalParser {

    private static final byte TEXT_END = 0x14;
    private static final byte DURATION = 0x15;

    private int unreadable;
    private int notUtf8;

    /** Lists that could not be understood, so far. */
    int unreadable() {
        return unreadable;
    }

    int notUtf8() {
        return notUtf8;
    }

    List<Tal> parse(byte[] bytes, int from, int length) {
        var tals = new ArrayList<Tal>();
        int start = from;
        while (start < from + length) {
            int end = start;
            while (end < from + length && bytes[end] != 0) {
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
        int mark = indexOf(list, TEXT_END, list.length);
        int duration = indexOf(list, DURATION, Math.max(mark, 0));
        OptionalLong onset = TalSeconds.signedNanos(list, 0, duration < 0 ? mark : duration);
        OptionalLong length = duration < 0 ? OptionalLong.empty() : TalSeconds.nanos(list, duration + 1, mark);
        if (mark < 0 || onset.isEmpty() || (duration >= 0 && length.isEmpty())) {
            unreadable++;
            return;
        }
        Optional<Long> nanos = length.isEmpty() ? Optional.empty() : Optional.of(length.getAsLong());
        tals.add(new Tal(onset.getAsLong(), nanos, texts(list, mark + 1)));
    }

    private List<String> texts(byte[] list, int from) {
        var texts = new ArrayList<String>();
        int start = from;
        while (start < list.length) {
            int end = indexOf(list, TEXT_END, start, list.length);
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

    private static int indexOf(byte[] list, byte mark, int end) {
        return indexOf(list, mark, 0, end);
    }

    private static int indexOf(byte[] list, byte mark, int from, int end) {
        for (int i = from; i < end; i++) {
            if (list[i] == mark) {
                return i;
            }
        }
        return -1;
    }
}
