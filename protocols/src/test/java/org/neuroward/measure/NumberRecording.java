package org.neuroward.measure;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.Gap;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

/** A recording that holds floating-point numbers, as some formats do: whatever a double can be. */
final class NumberRecording implements Recording {

    private final List<Channel> channels;
    private final List<double[]> microvolts;

    NumberRecording(Map<String, double[]> signals, double rateHertz) {
        this.channels = signals.keySet().stream()
                .map(label -> new Channel(
                        label,
                        ChannelKind.EEG,
                        "uV",
                        new SamplingRate(rateHertz),
                        new DigitalRange(-100_000, 100_000),
                        new PhysicalRange(-100_000, 100_000),
                        "",
                        ""))
                .toList();
        this.microvolts = List.copyOf(signals.values());
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }

    @Override
    public Optional<LocalDateTime> startTime() {
        return Optional.empty();
    }

    @Override
    public List<Annotation> annotations() {
        return List.of();
    }

    @Override
    public long samples(int channel) {
        return microvolts.get(channel).length;
    }

    @Override
    public List<Gap> gaps(int channel) {
        return List.of();
    }

    @Override
    public void counts(int channel, long firstSample, int[] into) {
        throw new IllegalArgumentException("numbers have no counts");
    }

    @Override
    public void microvolts(int channel, long firstSample, double[] into) {
        System.arraycopy(microvolts.get(channel), Math.toIntExact(firstSample), into, 0, into.length);
    }

    @Override
    public void close() {}
}
