package org.neuroward.clinic.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.clinic.ingest.LiveSignal;
import org.neuroward.filter.CausalFilter;
import org.neuroward.signal.Calibration;
import org.neuroward.signal.Channel;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.StreamLayout.Stream;

/** One viewer's sight of one stream: montage, filters with their memory, and the second by which quality is judged. */
final class StreamView {

    private static final byte SAMPLES = 1;
    private static final int HEADER_BYTES = 24;
    private static final Calibration NO_VOLTAGE = new Calibration(0, 0);

    private final Stream stream;
    private final List<Channel> channels;
    private final List<Calibration> calibrations;
    private final List<Derivation> traces;
    private final CausalFilter filter;
    private final List<CausalFilter.State> states = new ArrayList<>();
    private final List<Electrode> electrodes = new ArrayList<>();
    private final double[] microvolts;
    private long nextSample = -1;

    /** A recorded EEG channel with a place on the head, and its last second. */
    record Electrode(Derivation trace, SecondOfSignal second) {}

    /** @param all channels of the source, of which the stream carries some */
    StreamView(Stream stream, List<Channel> all, DisplaySettings settings) {
        this.stream = stream;
        this.channels = stream.channels().stream().map(all::get).toList();
        this.calibrations = channels.stream()
                .map(channel -> channel.findCalibration().orElse(NO_VOLTAGE))
                .toList();
        this.traces = Montages.of(settings.montage(), channels);
        this.filter = settings.filter(stream.rate());
        this.microvolts = new double[channels.size()];
        for (Derivation trace : Montages.recorded(channels)) {
            if (Montages.electrodeOf(channels.get(trace.plus())).isPresent()) {
                electrodes.add(new Electrode(trace, new SecondOfSignal(channels.get(trace.plus()))));
            }
        }
    }

    int number() {
        return stream.number();
    }

    SamplingRate rate() {
        return stream.rate();
    }

    List<Derivation> traces() {
        return List.copyOf(traces);
    }

    List<Electrode> electrodes() {
        return List.copyOf(electrodes);
    }

    /** The traces of some samples as the browser reads them: filtered microvolts, channel by channel. */
    ByteBuffer take(LiveSignal.Samples samples) {
        int count = samples.size() / channels.size();
        if (samples.firstSample() != nextSample) {
            states.clear();
            electrodes.forEach(electrode -> electrode.second().clear());
        }
        nextSample = samples.firstSample() + count;
        ByteBuffer block = ByteBuffer.allocate(HEADER_BYTES + count * traces.size() * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        block.put(SAMPLES)
                .put((byte) stream.number())
                .putShort((short) traces.size())
                .putInt(count);
        block.putDouble(samples.firstSample()).putDouble(samples.arrivalEpochMillis());
        for (int sample = 0; sample < count; sample++) {
            read(samples, sample);
            draw(block, sample, count);
        }
        return block.rewind();
    }

    private void read(LiveSignal.Samples samples, int sample) {
        for (int channel = 0; channel < microvolts.length; channel++) {
            microvolts[channel] =
                    calibrations.get(channel).microvolts(samples.count(sample * microvolts.length + channel));
        }
        for (Electrode electrode : electrodes) {
            electrode.second().add(microvolts[electrode.trace().plus()]);
        }
    }

    private void draw(ByteBuffer block, int sample, int count) {
        for (int trace = 0; trace < traces.size(); trace++) {
            double value = traces.get(trace).of(microvolts);
            if (states.size() == trace) {
                states.add(filter.newState(value));
            }
            float filtered = (float) states.get(trace).next(value);
            block.putFloat(HEADER_BYTES + (trace * count + sample) * Float.BYTES, filtered);
        }
    }
}
