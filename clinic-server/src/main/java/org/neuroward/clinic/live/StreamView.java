package org.neuroward.clinic.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.clinic.ingest.LiveSignal;
import org.neuroward.filter.CausalFilter;
import org.neuroward.reference.Unavailable;
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
    private final DisplayMontage montage;
    private final List<Trace> traces;
    private final CausalFilter filter;
    private final List<CausalFilter.State> states = new ArrayList<>();
    private final List<Electrode> electrodes = new ArrayList<>();
    private DisplayMontage.Rows rows;
    private long nextSample = -1;

    /** A recorded EEG channel with a place on the head, and its last second. */
    record Electrode(Trace trace, int channel, SecondOfSignal second) {}

    /** @param all channels of the source, of which the stream carries some */
    StreamView(Stream stream, List<Channel> all, DisplaySettings settings) {
        this.stream = stream;
        this.channels = stream.channels().stream().map(all::get).toList();
        this.calibrations = channels.stream()
                .map(channel -> channel.findCalibration().orElse(NO_VOLTAGE))
                .toList();
        this.montage = DisplayMontage.of(settings.montage(), channels);
        this.traces = montage.traces();
        this.rows = new DisplayMontage.Rows(montage, channels.size(), 0);
        this.filter = settings.filter(stream.rate());
        for (int i = 0; i < channels.size(); i++) {
            Channel channel = channels.get(i);
            if (DisplayMontage.electrodeOf(channel).isPresent()) {
                electrodes.add(new Electrode(DisplayMontage.recorded(channel), i, new SecondOfSignal(channel)));
            }
        }
    }

    int number() {
        return stream.number();
    }

    SamplingRate rate() {
        return stream.rate();
    }

    List<Trace> traces() {
        return traces;
    }

    /** Derivations of the montage that the electrodes of this stream cannot give. */
    List<Unavailable> unavailable() {
        return montage.unavailable();
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
        if (!rows.hold(count)) {
            rows = new DisplayMontage.Rows(montage, channels.size(), count);
        }
        read(samples, count);
        montage.apply(rows, count);
        draw(block, count);
        return block.rewind();
    }

    private void read(LiveSignal.Samples samples, int count) {
        for (int channel = 0; channel < channels.size(); channel++) {
            double[] row = rows.channels()[channel];
            for (int sample = 0; sample < count; sample++) {
                row[sample] = calibrations.get(channel).microvolts(samples.count(sample * channels.size() + channel));
            }
        }
        for (Electrode electrode : electrodes) {
            double[] row = rows.channels()[electrode.channel()];
            for (int sample = 0; sample < count; sample++) {
                electrode.second().add(row[sample]);
            }
        }
    }

    private void draw(ByteBuffer block, int count) {
        for (int trace = 0; trace < traces.size() && count > 0; trace++) {
            double[] row = rows.traces()[trace];
            if (states.size() == trace) {
                states.add(filter.newState(row[0]));
            }
            for (int sample = 0; sample < count; sample++) {
                float filtered = (float) states.get(trace).next(row[sample]);
                block.putFloat(HEADER_BYTES + (trace * count + sample) * Float.BYTES, filtered);
            }
        }
    }
}
