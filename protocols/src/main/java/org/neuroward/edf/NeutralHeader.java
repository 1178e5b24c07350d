package org.neuroward.edf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The header of a file without what may tell who was recorded, when, by whom and with which machine. */
final class NeutralHeader {

    private static final List<HeaderField> NUMBERS = List.of(
            HeaderField.PHYSICAL_MIN, HeaderField.PHYSICAL_MAX, HeaderField.DIGITAL_MIN, HeaderField.DIGITAL_MAX);

    private final EdfHeader header;
    private final HeaderFields original;
    private final byte[] bytes;
    private int labels;
    private int texts;

    /** @param original bytes of the whole header */
    NeutralHeader(EdfHeader header, byte[] original) {
        this.header = header;
        this.original = new HeaderFields(original, new ArrayList<>());
        this.original.signals(header.signals().size());
        this.bytes = new byte[header.headerBytes()];
        Arrays.fill(bytes, (byte) ' ');
    }

    /** Labels that were replaced by a kind and a number, in {@link #compose} so far. */
    int replacedLabels() {
        return labels;
    }

    /** Descriptions of electrodes, filters and the like that were left out. */
    int omittedTexts() {
        return texts;
    }

    byte[] compose(long records) {
        EdfFormat format = header.format();
        put(HeaderField.VERSION, -1, format.bits24() ? " BIOSEMI" : "0");
        if (format.bits24()) {
            bytes[0] = (byte) 0xFF;
        }
        put(HeaderField.PATIENT, -1, "X X X X");
        put(HeaderField.RECORDING, -1, "Startdate X X X X");
        // EDF+'s first date, at midnight: readers show it, and ours says that the start is unknown.
        put(HeaderField.START_DATE, -1, "01.01.85");
        put(HeaderField.START_TIME, -1, "00.00.00");
        put(HeaderField.HEADER_BYTES, -1, String.valueOf(header.headerBytes()));
        put(HeaderField.RESERVED, -1, format.plus() ? format.label() : format.bits24() ? "24BIT" : "");
        put(HeaderField.RECORD_COUNT, -1, String.valueOf(records));
        put(HeaderField.RECORD_DURATION, -1, number(HeaderField.RECORD_DURATION, -1));
        put(HeaderField.SIGNAL_COUNT, -1, String.valueOf(header.signals().size()));
        for (int i = 0; i < header.signals().size(); i++) {
            signal(i, header.signals().get(i));
        }
        return bytes;
    }

    private void signal(int i, EdfSignal signal) {
        put(HeaderField.SAMPLES_PER_RECORD, i, String.valueOf(signal.samplesPerRecord()));
        if (signal.annotations()) {
            put(HeaderField.LABEL, i, signal.label());
            put(HeaderField.PHYSICAL_MIN, i, "-1");
            put(HeaderField.PHYSICAL_MAX, i, "1");
            put(HeaderField.DIGITAL_MIN, i, String.valueOf(header.format().smallestCount()));
            put(HeaderField.DIGITAL_MAX, i, String.valueOf(header.format().largestCount()));
            return;
        }
        String label = NeutralText.label(signal.label(), i + 1);
        labels += label.equals(signal.label()) ? 0 : 1;
        put(HeaderField.LABEL, i, label);
        put(HeaderField.TRANSDUCER, i, kept(signal.transducer(), NeutralText.transducer(signal.transducer())));
        put(HeaderField.UNIT, i, NeutralText.unit(signal.unit()));
        put(HeaderField.PREFILTER, i, kept(signal.prefilter(), NeutralText.prefilter(signal.prefilter())));
        NUMBERS.forEach(field -> put(field, i, number(field, i)));
    }

    private String kept(String text, String neutral) {
        texts += text.equals(neutral) ? 0 : 1;
        return neutral;
    }

    /** As written, so that not a bit of a value changes; the reader has seen that it is a number. */
    private String number(HeaderField field, int signal) {
        return HeaderText.decode(original.raw(field, signal)).text().replace(',', '.');
    }

    private void put(HeaderField field, int signal, String text) {
        byte[] raw = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(raw, 0, bytes, field.offset(signal, header.signals().size()), raw.length);
    }
}
