package org.neuroward.brainvision;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neuroward.brainvision.BrainVisionNotice.Kind;
import org.neuroward.samplematrix.MatrixChannel;
import org.neuroward.samplematrix.NumberFormat;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.SamplingRate;

/** Reads a header file: BrainVision Core Data Format, versions 1.0 and 2.0. */
final class HeaderReader {

    static final int MOST_CHANNELS = 10_000;

    private static final int MOST_BYTES = 16 << 20;
    private static final double MICROSECONDS = 1e6;
    private static final String COMMON = "Common Infos";
    private static final String BINARY = "Binary Infos";
    private static final String CHANNELS = "Channel Infos";

    private final Sections sections;
    private final Notices notices;

    private HeaderReader(Sections sections, Notices notices) {
        this.sections = sections;
        this.notices = notices;
    }

    static HeaderFile read(Path path, Notices notices) throws IOException {
        List<String> lines = TextFile.lines(
                path, MOST_BYTES, BrainVisionProblem.HEADER_TOO_LARGE, TextFile.HEADER_CHARSETS, notices);
        Sections sections = Sections.of(lines);
        if (sections.section(COMMON).isEmpty()) {
            throw new BrainVisionFormatException(BrainVisionProblem.NOT_BRAINVISION, Map.of());
        }
        return new HeaderReader(sections, notices).header();
    }

    private HeaderFile header() throws IOException {
        if (!sections.firstLine().matches("(?i)Brain ?Vision Data Exchange Header File,? Version [12]\\.0")) {
            notices.add(Kind.FIRST_LINE_UNUSUAL, Map.of());
        }
        refuseUnless(COMMON, "DataFormat", "BINARY");
        refuseUnless(COMMON, "DataType", "TIMEDOMAIN");
        refuseUnless(BINARY, "UseBigEndianOrder", "NO");
        if (sections.find(COMMON, "SegmentationType")
                        .filter(type -> !type.equalsIgnoreCase("NOTSEGMENTED"))
                        .isPresent()
                || sections.find(COMMON, "Averaged")
                        .filter("YES"::equalsIgnoreCase)
                        .isPresent()) {
            notices.add(Kind.EPOCHED, Map.of());
        }
        Optional<Long> points = sections.find(COMMON, "DataPoints").isPresent()
                ? Optional.of(whole(COMMON, "DataPoints", 0, 1L << 48)).filter(count -> count > 0)
                : Optional.empty();
        return new HeaderFile(
                sections.get(COMMON, "DataFile"),
                sections.find(COMMON, "MarkerFile"),
                format(),
                choice(COMMON, "DataOrientation", "MULTIPLEXED", "VECTORIZED").equals("MULTIPLEXED"),
                rate(),
                points,
                channels());
    }

    private SamplingRate rate() throws IOException {
        double microseconds = number(COMMON, "SamplingInterval", sections.get(COMMON, "SamplingInterval"));
        if (!(microseconds >= 0.1 && microseconds <= 100 * MICROSECONDS)) {
            throw outOfRange(COMMON, "SamplingInterval", sections.get(COMMON, "SamplingInterval"));
        }
        return new SamplingRate(MICROSECONDS / microseconds);
    }

    private NumberFormat format() throws IOException {
        return switch (choice(BINARY, "BinaryFormat", "INT_16", "INT_32", "IEEE_FLOAT_32")) {
            case "INT_16" -> NumberFormat.INT_16;
            case "INT_32" -> NumberFormat.INT_32;
            case "IEEE_FLOAT_32" -> NumberFormat.FLOAT_32;
            case String other -> throw new IllegalStateException("no such choice: " + other);
        };
    }

    private List<MatrixChannel> channels() throws IOException {
        int count = (int) whole(COMMON, "NumberOfChannels", 1, MOST_CHANNELS);
        int lines = sections.section(CHANNELS).size();
        if (lines != count) {
            throw new BrainVisionFormatException(
                    BrainVisionProblem.CHANNELS_DISAGREE, Map.of("announced", count, "lines", lines));
        }
        var channels = new ArrayList<MatrixChannel>();
        for (int number = 1; number <= count; number++) {
            channels.add(channel("Ch" + number));
        }
        Map<String, Long> times =
                channels.stream().collect(Collectors.groupingBy(MatrixChannel::label, Collectors.counting()));
        notices.addCount(
                Kind.LABEL_REPEATED, times.values().stream().filter(n -> n > 1).count());
        return channels;
    }

    private MatrixChannel channel(String key) throws IOException {
        String[] fields = sections.get(CHANNELS, key).split(",", -1);
        String label = unescaped(fields[0]);
        double resolution = 1;
        if (fields.length > 2 && !fields[2].isBlank()) {
            resolution = number(CHANNELS, key, fields[2]);
            if (!(Math.abs(resolution) >= 1e-30 && Math.abs(resolution) <= 1e30)) {
                throw outOfRange(CHANNELS, key, fields[2].strip());
            }
        }
        String unit = fields.length > 3 && !fields[3].isBlank() ? unit(unescaped(fields[3])) : "µV";
        return new MatrixChannel(label, ChannelKind.ofLabel(label), unit, resolution, "");
    }

    /** A µ that went through UTF-8 twice reads "Âµ"; one that was replaced by a mark of loss can only have been one. */
    private String unit(String written) {
        if (written.equals("ÂµV") || written.equals("\uFFFDV")) {
            notices.add(Kind.UNIT_REPAIRED, Map.of("unit", written));
            return "µV";
        }
        return written;
    }

    private void refuseUnless(String section, String key, String supported) throws IOException {
        if (sections.find(section, key)
                .filter(value -> !value.equalsIgnoreCase(supported))
                .isPresent()) {
            throw notSupported(section, key);
        }
    }

    /** The value in upper case; the first choice when there is no line. */
    private String choice(String section, String key, String... choices) throws IOException {
        String value = section.equals(BINARY)
                ? sections.get(section, key)
                : sections.find(section, key).orElse(choices[0]);
        for (String choice : choices) {
            if (choice.equals(value.toUpperCase(Locale.ROOT))) {
                return choice;
            }
        }
        throw notSupported(section, key);
    }

    private BrainVisionFormatException notSupported(String section, String key) throws IOException {
        return new BrainVisionFormatException(
                BrainVisionProblem.NOT_SUPPORTED, Map.of("key", key, "value", sections.get(section, key)));
    }

    private long whole(String section, String key, long least, long most) throws IOException {
        String text = sections.get(section, key);
        double value = number(section, key, text);
        if (value != Math.rint(value) || value < least || value > most) {
            throw outOfRange(section, key, text);
        }
        return (long) value;
    }

    private double number(String section, String key, String text) throws IOException {
        String digits = text.strip();
        if (digits.indexOf(',') >= 0 && digits.indexOf('.') < 0) {
            notices.add(Kind.DECIMAL_COMMA, Map.of("section", section, "key", key));
            digits = digits.replace(',', '.');
        }
        try {
            // Unlike Double.parseDouble it takes neither NaN nor type suffixes; short texts only, exponents included.
            if (digits.length() > 40) {
                throw new NumberFormatException(digits);
            }
            return new BigDecimal(digits).doubleValue();
        } catch (NumberFormatException e) {
            throw new BrainVisionFormatException(
                    BrainVisionProblem.NOT_A_NUMBER, Map.of("section", section, "key", key, "text", shortened(digits)));
        }
    }

    private static BrainVisionFormatException outOfRange(String section, String key, String text) {
        return new BrainVisionFormatException(
                BrainVisionProblem.OUT_OF_RANGE, Map.of("section", section, "key", key, "text", shortened(text)));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** A comma within a field is written {@code \1}. */
    static String unescaped(String field) {
        return field.strip().replace("\\1", ",");
    }
}
