package org.neuroward.edf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second reading of EDF and BDF: slow, simple, by the table of the specification, and without any code of the first. */
final class NaiveEdf {

    private static final Pattern TIMES =
            Pattern.compile("([+-]?\\d{1,12}(?:\\.\\d{0,20})?)(?:\\x15(\\d{1,12}(?:\\.\\d{0,20})?))?");

    private final byte[] bytes;
    final int signals;
    final int sampleBytes;
    private final int[] samplesPerRecord;
    private final long[] offsets;
    private final long recordBytes;

    NaiveEdf(byte[] bytes) {
        this.bytes = bytes;
        this.sampleBytes = bytes[0] == 0 || (bytes[0] & 0xFF) != 0xFF ? 2 : 3;
        this.signals = number(252, 4).intValueExact();
        this.samplesPerRecord = new int[signals];
        this.offsets = new long[signals];
        long sum = 0;
        for (int signal = 0; signal < signals; signal++) {
            samplesPerRecord[signal] = number(signal, 216, 8).intValueExact();
            offsets[signal] = sum;
            sum += (long) samplesPerRecord[signal] * sampleBytes;
        }
        this.recordBytes = sum;
    }

    BigDecimal number(int offset, int length) {
        return new BigDecimal(text(offset, length).replace(',', '.'));
    }

    /** Control characters count as blanks. */
    private String text(int offset, int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            int c = bytes[offset + i] & 0xFF;
            text[i] = c < 0x20 || c >= 0x7F && c < 0xA0 ? ' ' : (char) c;
        }
        return new String(text).strip();
    }

    /** @param before bytes of each signal ahead of the wanted field */
    BigDecimal number(int signal, int before, int length) {
        return number(256 + before * signals + length * signal, length);
    }

    int samplesPerRecord(int signal) {
        return samplesPerRecord[signal];
    }

    boolean annotations(int signal) {
        String label = text(256 + 16 * signal, 16);
        return label.equals("EDF Annotations") || label.equals("BDF Annotations");
    }

    boolean discontinuous() {
        String reserved = text(192, 44);
        return reserved.startsWith("EDF+D") || reserved.startsWith("BDF+D");
    }

    long recordBytes() {
        return recordBytes;
    }

    long wholeRecords() {
        return (bytes.length - 256L * (signals + 1)) / recordBytes();
    }

    private long position(int signal, long record) {
        return 256L * (signals + 1) + record * recordBytes + offsets[signal];
    }

    /** Count number {@code sample} of a signal when data records lie side by side. */
    int count(int signal, long sample) {
        int perRecord = samplesPerRecord(signal);
        int at = (int) (position(signal, sample / perRecord) + sample % perRecord * sampleBytes);
        int count = sampleBytes == 2 ? bytes[at + 1] : bytes[at + 2];
        for (int i = sampleBytes - 2; i >= 0; i--) {
            count = count << 8 | bytes[at + i] & 0xFF;
        }
        return count;
    }

    /** Onsets, in seconds, of all texts that are not empty. */
    List<BigDecimal> remarks(long records) {
        var onsets = new ArrayList<BigDecimal>();
        for (long record = 0; record < records; record++) {
            for (int signal = 0; signal < signals; signal++) {
                if (annotations(signal)) {
                    addRemarks((int) position(signal, record), samplesPerRecord(signal) * sampleBytes, onsets);
                }
            }
        }
        return onsets;
    }

    private void addRemarks(int from, int length, List<BigDecimal> onsets) {
        String all = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        for (String list : all.split("\0", -1)) {
            int mark = list.indexOf('\24');
            Matcher times = TIMES.matcher(mark < 0 ? "" : list.substring(0, mark));
            if (times.matches() && near(times.group(1)) && near(times.group(2))) {
                for (String text : list.substring(mark + 1).split("\24", -1)) {
                    if (!text.isEmpty()) {
                        onsets.add(new BigDecimal(times.group(1)));
                    }
                }
            }
        }
    }

    private static boolean near(String seconds) {
        return seconds == null || new BigDecimal(seconds).abs().compareTo(BigDecimal.valueOf(1_000_000_000)) <= 0;
    }
}
