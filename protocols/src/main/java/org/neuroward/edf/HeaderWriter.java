package org.neuroward.edf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neuroward.signal.Channel;

/** Composes a header; refuses what its fields cannot hold exactly. Only printable ASCII leaves this class. */
final class HeaderWriter {

    private final EdfLayout layout;
    private final int annotationBytes;
    private final int signals;
    private final byte[] bytes;

    private HeaderWriter(EdfLayout layout, int annotationBytes) {
        this.layout = layout;
        this.annotationBytes = annotationBytes;
        this.signals = layout.channels().size() + 1;
        this.bytes = new byte[HeaderField.FIXED_BYTES * (1 + signals)];
        Arrays.fill(bytes, (byte) ' ');
    }

    static byte[] header(EdfLayout layout, int annotationBytes, long records, boolean discontinuous)
            throws EdfFormatException {
        var writer = new HeaderWriter(layout, annotationBytes);
        writer.fixed(records, discontinuous);
        for (int i = 0; i < layout.channels().size(); i++) {
            writer.channel(i, layout.channels().get(i));
        }
        writer.annotationSignal();
        return writer.bytes;
    }

    private void fixed(long records, boolean discontinuous) throws EdfFormatException {
        if (layout.bits24()) {
            put(HeaderField.VERSION, -1, " BIOSEMI");
            bytes[0] = (byte) 0xFF;
        } else {
            put(HeaderField.VERSION, -1, "0");
        }
        put(HeaderField.PATIENT, -1, layout.pseudonym() + " X X X");
        put(
                HeaderField.RECORDING,
                -1,
                "Startdate " + layout.start().map(HeaderWriter::plusDate).orElse("X") + " X X X");
        put(
                HeaderField.START_DATE,
                -1,
                layout.start().map(HeaderWriter::shortDate).orElse("01.01.85"));
        put(HeaderField.START_TIME, -1, layout.start().map(HeaderWriter::time).orElse("00.00.00"));
        put(HeaderField.HEADER_BYTES, -1, String.valueOf(bytes.length));
        put(HeaderField.RESERVED, -1, (layout.bits24() ? "BDF+" : "EDF+") + (discontinuous ? "D" : "C"));
        put(HeaderField.RECORD_COUNT, -1, String.valueOf(records));
        put(HeaderField.RECORD_DURATION, -1, layout.duration().seconds().toPlainString());
        put(HeaderField.SIGNAL_COUNT, -1, String.valueOf(signals));
    }

    private void channel(int i, Channel channel) throws EdfFormatException {
        put(HeaderField.LABEL, i, channel.label());
        put(HeaderField.TRANSDUCER, i, channel.transducer());
        put(HeaderField.UNIT, i, channel.unit());
        number(HeaderField.PHYSICAL_MIN, i, channel.physical().min());
        number(HeaderField.PHYSICAL_MAX, i, channel.physical().max());
        EdfFormat format = layout.format();
        if (channel.digital().min() < format.smallestCount()
                || channel.digital().max() > format.largestCount()) {
            throw new EdfFormatException(
                    EdfProblem.RANGE_TOO_WIDE,
                    Map.of(
                            "place",
                            i + 1,
                            "min",
                            channel.digital().min(),
                            "max",
                            channel.digital().max(),
                            "bits",
                            8 * format.bytesPerSample()));
        }
        put(HeaderField.DIGITAL_MIN, i, String.valueOf(channel.digital().min()));
        put(HeaderField.DIGITAL_MAX, i, String.valueOf(channel.digital().max()));
        put(HeaderField.PREFILTER, i, channel.prefilter());
        put(
                HeaderField.SAMPLES_PER_RECORD,
                i,
                String.valueOf(layout.duration().samplesPerRecord().get(i)));
    }

    private void annotationSignal() throws EdfFormatException {
        int i = signals - 1;
        EdfFormat format = layout.format();
        put(HeaderField.LABEL, i, format.annotationLabel());
        put(HeaderField.PHYSICAL_MIN, i, "-1");
        put(HeaderField.PHYSICAL_MAX, i, "1");
        put(HeaderField.DIGITAL_MIN, i, String.valueOf(format.smallestCount()));
        put(HeaderField.DIGITAL_MAX, i, String.valueOf(format.largestCount()));
        put(HeaderField.SAMPLES_PER_RECORD, i, String.valueOf(annotationBytes / format.bytesPerSample()));
    }

    private void number(HeaderField field, int signal, double value) throws EdfFormatException {
        Optional<String> text = HeaderNumber.print(value);
        if (text.isEmpty()) {
            throw new EdfFormatException(
                    EdfProblem.NOT_PRINTABLE, Map.of("field", field.code, "place", signal + 1, "value", value));
        }
        put(field, signal, text.get());
    }

    private void put(HeaderField field, int signal, String text) throws EdfFormatException {
        String ascii = text.replace('µ', 'u').replace('μ', 'u').replaceAll("[^ -~]", "?");
        if (ascii.length() > field.size) {
            throw new EdfFormatException(
                    EdfProblem.TEXT_TOO_LONG,
                    Map.of("field", field.code, "place", signal + 1, "limit", field.size, "length", ascii.length()));
        }
        byte[] raw = ascii.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(raw, 0, bytes, field.offset(signal, signals), raw.length);
    }

    private static String plusDate(LocalDateTime start) {
        return DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH)
                .format(start)
                .toUpperCase(Locale.ROOT);
    }

    /** The two digits of the year cover 1985 to 2084; EDF+ 2.1.3.4 writes {@code yy} outside them. */
    private static String shortDate(LocalDateTime start) {
        boolean covered = start.getYear() >= 1985 && start.getYear() <= 2084;
        return DateTimeFormatter.ofPattern(covered ? "dd.MM.uu" : "dd.MM.'yy'").format(start);
    }

    private static String time(LocalDateTime start) {
        return DateTimeFormatter.ofPattern("HH.mm.ss").format(start);
    }
}
