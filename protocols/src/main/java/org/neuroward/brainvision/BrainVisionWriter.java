package org.neuroward.brainvision;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.neuroward.samplematrix.Break;
import org.neuroward.samplematrix.Marker;
import org.neuroward.samplematrix.MatrixChannel;
import org.neuroward.samplematrix.MatrixRecording;
import org.neuroward.samplematrix.MatrixShape;
import org.neuroward.samplematrix.NumberFormat;
import org.neuroward.samplematrix.SampleMatrix;
import org.neuroward.signal.SamplingRate;

/**
 * Writes a recording that is a matrix as three BrainVision files, version 1.0: the very numbers, and no date. Floats of 64
 * bits are rounded to 32. Breaks become markers "New Segment"; where their length is known, dates that count from
 * 1985-01-01 tell it.
 */
public final class BrainVisionWriter {

    private static final int FRAMES_AT_A_TIME = 1 << 12;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSSSSS", Locale.ROOT);
    private static final String NO_DATE = "0".repeat(20);

    private final MatrixRecording source;
    private final List<String> labels;
    private final UnaryOperator<String> texts;
    private final String stem;

    private BrainVisionWriter(MatrixRecording source, List<String> labels, UnaryOperator<String> texts, String stem) {
        this.source = source;
        this.labels = labels;
        this.texts = texts;
        this.stem = stem;
    }

    /**
     * Writes three new files.
     *
     * @param labels of the channels, in their order
     * @param texts what becomes of the text of each marker
     * @param stem the files' name without extension
     * @return header, markers, data
     * @throws java.nio.file.FileAlreadyExistsException when there is one of them
     */
    public static List<Path> write(
            MatrixRecording source, List<String> labels, UnaryOperator<String> texts, Path folder, String stem)
            throws IOException {
        var writer = new BrainVisionWriter(source, labels, texts, stem);
        Path header = folder.resolve(stem + ".vhdr");
        Path markers = folder.resolve(stem + ".vmrk");
        Path data = folder.resolve(stem + ".eeg");
        var written = new ArrayList<Path>();
        boolean whole = false;
        try {
            create(header, writer.header(), written);
            create(markers, writer.markers(), written);
            writer.samples(data, written);
            whole = true;
        } finally {
            if (!whole) {
                for (Path path : written) {
                    Files.deleteIfExists(path);
                }
            }
        }
        return List.copyOf(written);
    }

    private static void create(Path path, String text, List<Path> written) throws IOException {
        Files.writeString(path, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        written.add(path);
    }

    private String header() {
        var text = new StringBuilder("Brain Vision Data Exchange Header File Version 1.0\r\n\r\n[Common Infos]\r\n");
        row(text, "Codepage=UTF-8");
        row(text, "DataFile=" + stem + ".eeg");
        row(text, "MarkerFile=" + stem + ".vmrk");
        row(text, "DataFormat=BINARY");
        row(text, "DataOrientation=MULTIPLEXED");
        row(text, "NumberOfChannels=" + source.contents().channels().size());
        row(text, "SamplingInterval=" + plain(1e6 / source.contents().rate().hertz()));
        row(text, "\r\n[Binary Infos]");
        row(
                text,
                "BinaryFormat="
                        + switch (format()) {
                            case INT_16 -> "INT_16";
                            case INT_32 -> "INT_32";
                            case FLOAT_32, FLOAT_64 -> "IEEE_FLOAT_32";
                        });
        row(text, "\r\n[Channel Infos]");
        int number = 1;
        for (MatrixChannel channel : source.contents().channels()) {
            String unit = channel.unit().equals("uV") ? "µV" : channel.unit();
            row(
                    text,
                    "Ch" + number + "=" + field(labels.get(number++ - 1)) + ",," + plain(channel.resolution()) + ","
                            + field(unit));
        }
        return text.toString();
    }

    private String markers() {
        var text = new StringBuilder("Brain Vision Data Exchange Marker File, Version 1.0\r\n\r\n[Common Infos]\r\n");
        row(text, "Codepage=UTF-8");
        row(text, "DataFile=" + stem + ".eeg");
        row(text, "\r\n[Marker Infos]");
        int number = 1;
        for (String segment : segments()) {
            row(text, "Mk" + number++ + "=New Segment,," + segment);
        }
        for (Marker marker : source.contents().markers()) {
            long position = (long) Math.rint(marker.frame()) + 1;
            long points = Math.max(1, (long) Math.rint(marker.frames()));
            row(
                    text,
                    "Mk" + number++ + "=" + typeAndDescription(texts.apply(marker.text())) + "," + position + ","
                            + points + ",0");
        }
        return text.toString();
    }

    /** Position, size, channel and date of each segment. */
    private List<String> segments() {
        SamplingRate rate = source.contents().rate();
        boolean dated = source.contents().breaks().stream().anyMatch(pause -> isLong(pause, rate));
        var segments = new ArrayList<String>();
        segments.add("1,1,0," + (dated ? DATE.format(SegmentBreaks.UNKNOWN_START) : NO_DATE));
        long missing = 0;
        for (Break pause : source.contents().breaks()) {
            missing += pause.missingSamples();
            LocalDateTime date = SegmentBreaks.UNKNOWN_START.plus(rate.timeOf(pause.frame() + missing));
            segments.add((pause.frame() + 1) + ",1,0," + (isLong(pause, rate) ? DATE.format(date) : NO_DATE));
        }
        return segments;
    }

    /** A shorter one would be taken for a difference of clocks; without a date it is at least a break. */
    private static boolean isLong(Break pause, SamplingRate rate) {
        double seconds = pause.missingSamples() / rate.hertz();
        return seconds > 2 * SegmentBreaks.toleranceSeconds(pause.frame() / rate.hertz());
    }

    private static String typeAndDescription(String text) {
        int slash = text.indexOf('/');
        boolean typed = slash > 0 && text.substring(0, slash).matches("Stimulus|Response");
        return typed ? text.substring(0, slash) + "," + field(text.substring(slash + 1)) : "Comment," + field(text);
    }

    private void samples(Path path, List<Path> written) throws IOException {
        SampleMatrix matrix = source.matrix();
        MatrixShape shape = matrix.shape();
        double[] piece = new double[FRAMES_AT_A_TIME];
        ByteBuffer bytes = ByteBuffer.allocate(FRAMES_AT_A_TIME * shape.channels() * format().bytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW))) {
            written.add(path);
            for (long first = 0; first < shape.frames(); first += FRAMES_AT_A_TIME) {
                int count = (int) Math.min(FRAMES_AT_A_TIME, shape.frames() - first);
                for (int channel = 0; channel < shape.channels(); channel++) {
                    matrix.read(channel, first, piece, 0, count);
                    put(piece, count, channel, bytes);
                }
                out.write(bytes.array(), 0, count * shape.channels() * format().bytes());
            }
        }
    }

    private void put(double[] numbers, int count, int channel, ByteBuffer into) {
        int step = source.contents().channels().size() * format().bytes();
        int at = channel * format().bytes();
        for (int i = 0; i < count; i++, at += step) {
            switch (format()) {
                case INT_16 -> into.putShort(at, (short) numbers[i]);
                case INT_32 -> into.putInt(at, (int) numbers[i]);
                case FLOAT_32, FLOAT_64 -> into.putFloat(at, (float) numbers[i]);
            }
        }
    }

    private NumberFormat format() {
        NumberFormat stored = source.matrix().shape().format();
        return stored == NumberFormat.FLOAT_64 ? NumberFormat.FLOAT_32 : stored;
    }

    private static void row(StringBuilder text, String row) {
        text.append(row).append("\r\n");
    }

    /** Commas part the fields, and lines the channels. */
    private static String field(String text) {
        return text.replace(",", "\\1").replaceAll("\\p{Cntrl}+", " ");
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
