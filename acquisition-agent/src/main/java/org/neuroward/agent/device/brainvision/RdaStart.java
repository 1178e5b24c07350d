package org.neuroward.agent.device.brainvision;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.agent.device.line.CountGrid;
import org.neuroward.agent.device.line.DamagedException;
import org.neuroward.agent.device.line.DeviceText;
import org.neuroward.agent.device.line.HopelessException;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.SamplingRate;

/**
 * What the recorder measures: number of channels, sampling interval in microseconds, the worth of a unit of each channel in
 * microvolts, their names.
 *
 * @param microvoltsPerUnit one for each label
 */
record RdaStart(SamplingRate rate, List<Double> microvoltsPerUnit, List<String> labels) {

    private static final int MOST_CHANNELS = 1024;
    private static final double FASTEST_HERTZ = 100_000;
    private static final double LEAST_MICROVOLTS = 1e-6;
    private static final double MOST_MICROVOLTS = 1e6;

    /** 16-bit counts reach this far. */
    private static final int LARGEST_COUNT = 32768;

    static RdaStart read(ByteBuffer body) throws DamagedException, HopelessException {
        if (body.remaining() < 12) {
            throw new DamagedException("START has 12 bytes and more: bytes=" + body.remaining());
        }
        long channels = Integer.toUnsignedLong(body.getInt());
        double intervalMicroseconds = body.getDouble();
        if (channels < 1 || channels > MOST_CHANNELS || body.remaining() < channels * (Double.BYTES + 1)) {
            throw new DamagedException(
                    "START names its 1 to 1024 channels: channels=" + channels + ", bytes=" + body.remaining());
        }
        var resolutions = new ArrayList<Double>();
        for (int i = 0; i < channels; i++) {
            resolutions.add(body.getDouble());
        }
        var names = new ArrayList<byte[]>();
        for (int i = 0; i < channels; i++) {
            names.add(zeroTerminated(body));
        }
        return new RdaStart(rate(intervalMicroseconds), checked(resolutions), DeviceText.labels(names));
    }

    private static SamplingRate rate(double intervalMicroseconds) throws HopelessException {
        double hertz = 1e6 / intervalMicroseconds;
        if (!(hertz >= 1 && hertz <= FASTEST_HERTZ)) {
            throw new HopelessException(
                    "the recorder states a sampling interval outside 10 µs to 1 s: " + intervalMicroseconds);
        }
        // An interval such as 3906.25 µs has been rounded to the digits of a double: the rate it means is a whole
        // number.
        return new SamplingRate(Math.abs(hertz - Math.rint(hertz)) < 1e-6 ? Math.rint(hertz) : hertz);
    }

    private static List<Double> checked(List<Double> resolutions) throws HopelessException {
        for (double resolution : resolutions) {
            if (!(resolution >= LEAST_MICROVOLTS && resolution <= MOST_MICROVOLTS)) {
                throw new HopelessException(
                        "the recorder states a resolution that cannot be used: " + resolution + " µV");
            }
        }
        return List.copyOf(resolutions);
    }

    static byte[] zeroTerminated(ByteBuffer in) throws DamagedException {
        int start = in.position();
        while (in.hasRemaining()) {
            if (in.get() == 0) {
                byte[] text = new byte[in.position() - 1 - start];
                in.get(start, text);
                return text;
            }
        }
        throw new DamagedException("a text of an RDA message ends with a zero byte");
    }

    /** @param counts the recorder sends 16-bit counts, not floating point numbers */
    List<CountGrid> grids(boolean counts) {
        return microvoltsPerUnit.stream()
                .map(worth -> counts ? CountGrid.ofCounts(worth, LARGEST_COUNT) : CountGrid.ofFractions(worth))
                .toList();
    }

    List<Channel> channels(List<CountGrid> grids) {
        var channels = new ArrayList<Channel>();
        for (int i = 0; i < labels.size(); i++) {
            CountGrid grid = grids.get(i);
            channels.add(new Channel(
                    labels.get(i),
                    ChannelKind.ofLabel(labels.get(i)),
                    "uV",
                    rate,
                    grid.digital(),
                    grid.microvolts(),
                    "",
                    ""));
        }
        return channels;
    }
}
