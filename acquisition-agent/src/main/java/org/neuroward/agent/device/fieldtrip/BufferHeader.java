package org.neuroward.agent.device.fieldtrip;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.neuroward.agent.device.line.CountGrid;
import org.neuroward.agent.device.line.DamagedException;
import org.neuroward.agent.device.line.DeviceText;
import org.neuroward.agent.device.line.HopelessException;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

/**
 * What a buffer says of its contents.
 *
 * @param samples so many were put into the buffer, modulo 2^32; so for {@code events}
 * @param microvoltsPerUnit one for each channel, or none when the buffer does not state it
 */
record BufferHeader(
        int samples,
        int events,
        SamplingRate rate,
        NumberType type,
        List<String> labels,
        List<Double> microvoltsPerUnit) {

    static final int FIXED_BYTES = 24;
    static final int CHANNEL_NAMES = 1;
    static final int RESOLUTIONS = 3;

    private static final int MOST_CHANNELS = 1024;
    private static final double FASTEST_HERTZ = 100_000;
    private static final double LEAST_MICROVOLTS = 1e-6;
    private static final double MOST_MICROVOLTS = 1e6;
    private static final int LARGEST_SMALL_COUNT = 65536;

    /**
     * @param fixed 24 bytes
     * @param names zero-terminated, one after the other; empty when the buffer names no channels
     * @param resolutions doubles; empty when the buffer states none
     */
    static BufferHeader read(ByteBuffer fixed, ByteBuffer names, ByteBuffer resolutions)
            throws DamagedException, HopelessException {
        long channels = Integer.toUnsignedLong(fixed.getInt());
        int samples = fixed.getInt();
        int events = fixed.getInt();
        float hertz = fixed.getFloat();
        NumberType type = NumberType.of(Integer.toUnsignedLong(fixed.getInt()));
        if (channels < 1 || channels > MOST_CHANNELS || !(hertz >= 1 && hertz <= FASTEST_HERTZ)) {
            throw new HopelessException(
                    "a buffer of 1 to 1024 channels at 1 to 100000 Hz can be recorded, this one has " + channels
                            + " at " + hertz + " Hz");
        }
        // The digits that a 32-bit number prints, not the further ones of its binary value.
        var rate = new SamplingRate(new BigDecimal(Float.toString(hertz)).doubleValue());
        return new BufferHeader(
                samples,
                events,
                rate,
                type,
                DeviceText.labels(names((int) channels, names)),
                resolutions((int) channels, resolutions));
    }

    private static List<byte[]> names(int channels, ByteBuffer in) {
        var names = new ArrayList<byte[]>();
        int start = in.position();
        while (names.size() < channels) {
            if (!in.hasRemaining()) {
                names.add(new byte[0]);
            } else if (in.get() == 0) {
                byte[] name = new byte[in.position() - 1 - start];
                in.get(start, name);
                names.add(name);
                start = in.position();
            }
        }
        return names;
    }

    private static List<Double> resolutions(int channels, ByteBuffer in) throws HopelessException {
        if (in.remaining() != channels * Double.BYTES) {
            return List.of();
        }
        var resolutions = new ArrayList<Double>();
        for (int i = 0; i < channels; i++) {
            double resolution = in.getDouble();
            if (!(resolution >= LEAST_MICROVOLTS && resolution <= MOST_MICROVOLTS)) {
                throw new HopelessException(
                        "the buffer states a resolution that cannot be used: " + resolution + " µV");
            }
            resolutions.add(resolution);
        }
        return List.copyOf(resolutions);
    }

    /** The worth of each channel's number 1: as the buffer says, else as it was set; empty when nobody said. */
    private List<Double> worths(OptionalDouble set) {
        if (!microvoltsPerUnit.isEmpty() || set.isEmpty()) {
            return microvoltsPerUnit;
        }
        return java.util.Collections.nCopies(labels.size(), set.getAsDouble());
    }

    /** Empty when the numbers are counts that nobody gave a worth. */
    List<CountGrid> grids(OptionalDouble set) throws HopelessException {
        List<Double> worths = worths(set);
        if (worths.isEmpty() && !type.isSmallCount()) {
            throw new HopelessException(
                    "the buffer does not state what its numbers are worth: give the setting microvolts");
        }
        return worths.stream()
                .map(worth -> type.isSmallCount()
                        ? CountGrid.ofCounts(worth, LARGEST_SMALL_COUNT)
                        : CountGrid.ofFractions(worth))
                .toList();
    }

    /** @param grids empty: counts without a unit */
    List<Channel> channels(List<CountGrid> grids) {
        var channels = new ArrayList<Channel>();
        for (int i = 0; i < labels.size(); i++) {
            DigitalRange digital = grids.isEmpty()
                    ? new DigitalRange(-LARGEST_SMALL_COUNT, LARGEST_SMALL_COUNT)
                    : grids.get(i).digital();
            PhysicalRange physical = grids.isEmpty()
                    ? new PhysicalRange(-LARGEST_SMALL_COUNT, LARGEST_SMALL_COUNT)
                    : grids.get(i).microvolts();
            String label = labels.get(i);
            ChannelKind kind = ChannelKind.ofLabel(label);
            channels.add(new Channel(label, kind, grids.isEmpty() ? "" : "uV", rate, digital, physical, "", ""));
        }
        return channels;
    }

    int bytesPerSample() {
        return labels.size() * type.bytes();
    }
}
