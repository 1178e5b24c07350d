package org.neuroward.agent.device.lsl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.neuroward.agent.device.line.CountGrid;
import org.neuroward.agent.device.line.DeviceText;
import org.neuroward.lsl.ChannelFormat;
import org.neuroward.lsl.DescribedChannel;
import org.neuroward.lsl.SampleBatch;
import org.neuroward.lsl.StreamDescription;
import org.neuroward.lsl.StreamKind;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

/**
 * What the channels of a stream are to a recording. Whole numbers stay the counts that they are, at the limits of 24 bits if
 * they go beyond; others lie on a grid of 24 bits. A channel that counts samples is not recorded: it becomes their numbers.
 */
final class LslChannels {

    /** Where a count of 1 is worth 1 of the channel's unit. */
    private static final int LARGEST_COUNT = 8_388_607;

    /** Steps of channels without voltage, in their own unit. */
    private static final double USUAL_STEP = 0.001;

    private final List<Channel> channels = new ArrayList<>();
    private final List<CountGrid> grids = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private final ChannelFormat format;
    private final OptionalInt counter;

    private LslChannels(StreamDescription stream, String unit) {
        StreamKind kind = stream.kind();
        List<DescribedChannel> described = stream.channels();
        this.format = kind.format();
        this.counter = IntStream.range(0, described.size())
                .filter(i -> described.get(i).isSampleCounter() && isExact(described.get(i)))
                .findFirst();
        List<String> labels = DeviceText.labels(described.stream()
                .map(channel -> channel.label().getBytes(StandardCharsets.UTF_8))
                .toList());
        for (int i = 0; i < described.size(); i++) {
            if (counter.isEmpty() || counter.getAsInt() != i) {
                add(kind, labels.get(i), described.get(i), unit);
                columns.add(i);
            }
        }
    }

    /** Single precision numbers stop counting at 2^24. */
    private boolean isExact(DescribedChannel channel) {
        return format != ChannelFormat.FLOAT32 || channel.modulo().orElse(Long.MAX_VALUE) <= 1 << 24;
    }

    /** Empty when the stream is none of an amplifier: texts, no rate, or no channels. */
    static Optional<LslChannels> of(StreamDescription stream, String unit) {
        boolean usable = stream.kind().isRegular() && !stream.kind().format().isText();
        return usable
                ? Optional.of(new LslChannels(stream, unit)).filter(all -> !all.channels.isEmpty())
                : Optional.empty();
    }

    private void add(StreamKind stream, String label, DescribedChannel described, String usualUnit) {
        ChannelKind kind = kind(described.type(), label);
        String said = unit(described.unit());
        String unit = said.isEmpty() && isVoltage(kind) ? usualUnit : said;
        SamplingRate rate = new SamplingRate(stream.nominalHertz());
        DigitalRange digital;
        PhysicalRange physical;
        if (format.isInteger()) {
            digital = digital(format);
            physical = new PhysicalRange(digital.min(), digital.max());
        } else {
            double perUnit = microvolts(unit);
            CountGrid grid = CountGrid.ofFractions(perUnit > 0 ? perUnit : CountGrid.USUAL_MICROVOLTS / USUAL_STEP);
            double toUnit = perUnit > 0 ? 1 / perUnit : USUAL_STEP / CountGrid.USUAL_MICROVOLTS;
            digital = grid.digital();
            physical = new PhysicalRange(
                    grid.microvolts().min() * toUnit, grid.microvolts().max() * toUnit);
            grids.add(grid);
        }
        channels.add(new Channel(label, kind, unit, rate, digital, physical, "", ""));
    }

    private static DigitalRange digital(ChannelFormat format) {
        return switch (format) {
            case INT8 -> new DigitalRange(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case INT16 -> new DigitalRange(Short.MIN_VALUE, Short.MAX_VALUE);
            case INT32, INT64, FLOAT32, DOUBLE64, STRING -> new DigitalRange(-LARGEST_COUNT - 1, LARGEST_COUNT);
        };
    }

    private static boolean isVoltage(ChannelKind kind) {
        return switch (kind) {
            case EEG, EOG, EMG, ECG -> true;
            case TRIGGER, OTHER -> false;
        };
    }

    private static ChannelKind kind(String type, String label) {
        return switch (type.strip().toUpperCase(Locale.ROOT)) {
            case "EEG" -> ChannelKind.EEG;
            case "EOG" -> ChannelKind.EOG;
            case "EMG" -> ChannelKind.EMG;
            case "ECG", "EKG" -> ChannelKind.ECG;
            case "TRIGGER", "TRIGGERS", "STIM", "STIMULUS", "MARKER", "MARKERS", "EVENT" -> ChannelKind.TRIGGER;
            case "" -> ChannelKind.ofLabel(label);
            default -> ChannelKind.OTHER;
        };
    }

    /** The XDF project's words for units of voltage; others stay as they are, within what a header holds. */
    private static String unit(String said) {
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "microvolts", "microvolt", "uv", "µv", "μv" -> "uV";
            case "millivolts", "millivolt", "mv" -> "mV";
            case "nanovolts", "nanovolt", "nv" -> "nV";
            case "volts", "volt", "v" -> "V";
            default -> {
                String ascii = said.strip().replaceAll("[^ -~]", "_");
                yield ascii.substring(0, Math.min(8, ascii.length()));
            }
        };
    }

    /** Microvolts in one unit; 0 when it is no voltage. */
    private static double microvolts(String unit) {
        return switch (unit) {
            case "uV" -> 1;
            case "mV" -> 1e3;
            case "nV" -> 1e-3;
            case "V" -> 1e6;
            default -> 0;
        };
    }

    List<Channel> channels() {
        return List.copyOf(channels);
    }

    /** The column whose values number the samples. */
    OptionalInt counter() {
        return counter;
    }

    /** One sample as counts; empty when a value is no number. */
    Optional<int[]> counts(SampleBatch batch, int sample) {
        int[] counts = new int[columns.size()];
        for (int i = 0; i < counts.length; i++) {
            int column = columns.get(i);
            if (format.isInteger()) {
                DigitalRange range = channels.get(i).digital();
                counts[i] = Math.clamp(batch.integer(sample, column), range.min(), range.max());
            } else {
                double value = batch.number(sample, column);
                if (!Double.isFinite(value)) {
                    return Optional.empty();
                }
                counts[i] = grids.get(i).count(value);
            }
        }
        return Optional.of(counts);
    }
}
