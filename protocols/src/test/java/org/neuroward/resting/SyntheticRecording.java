package org.neuroward.resting;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.Gap;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

/** A recording in memory, made of sums of known signals; one count is 0.01 of its unit. */
public final class SyntheticRecording implements Recording {

    private static final int RANGE = 8_000_000;

    private final List<Channel> channels = new ArrayList<>();
    private final List<int[]> counts = new ArrayList<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    public static SyntheticRecording empty() {
        return new SyntheticRecording();
    }

    /** The screening set at rest: a background that neighbours share, one of its own, and alpha over the back of the head. */
    public static SyntheticRecording atRest(double rateHertz, double seconds, double alphaHertz, long seed) {
        return of(atRestSignals(rateHertz, seconds, alphaHertz, seed), rateHertz);
    }

    public static SyntheticRecording of(Map<String, double[]> signals, double rateHertz) {
        SyntheticRecording recording = empty();
        signals.forEach((label, microvolts) -> recording.channel(label, "uV", rateHertz, microvolts));
        return recording;
    }

    public static Map<String, double[]> atRestSignals(double rateHertz, double seconds, double alphaHertz, long seed) {
        int samples = (int) Math.round(rateHertz * seconds);
        double[] shared = Noise.pink(samples, seed);
        double[] alpha = Noise.rhythm(samples, rateHertz, alphaHertz, seed + 1);
        var signals = new LinkedHashMap<String, double[]>();
        for (String name : Electrodes.SCREEN_19) {
            double[] own = Noise.pink(samples, seed + 2 + signals.size());
            double y = Electrodes.find(name).orElseThrow().y();
            double amplitude = 12 * Math.max(0, 0.5 - y);
            double[] signal = new double[samples];
            for (int n = 0; n < samples; n++) {
                signal[n] = 6 * shared[n] + 4 * own[n] + amplitude * alpha[n];
            }
            signals.put("EEG " + name + "-REF", signal);
        }
        return signals;
    }

    public SyntheticRecording channel(String label, String unit, double rateHertz, double[] values) {
        ChannelKind kind = label.startsWith("ECG") ? ChannelKind.ECG : ChannelKind.EEG;
        channels.add(new Channel(
                label,
                kind,
                unit,
                new SamplingRate(rateHertz),
                new DigitalRange(-RANGE, RANGE),
                new PhysicalRange(-RANGE / 100.0, RANGE / 100.0),
                "",
                ""));
        int[] digital = new int[values.length];
        for (int n = 0; n < digital.length; n++) {
            digital[n] = (int) Math.round(values[n] * 100);
        }
        counts.add(digital);
        return this;
    }

    public SyntheticRecording mark(double onsetSeconds, double seconds, String text) {
        annotations.add(new Annotation(
                Duration.ofNanos(Math.round(onsetSeconds * 1e9)),
                seconds < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(Math.round(seconds * 1e9))),
                text));
        return this;
    }

    /** Takes samples away; what stood there is never given out. */
    public SyntheticRecording gap(long firstSample, long count) {
        gaps.add(new Gap(firstSample, count));
        return this;
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
        return annotations;
    }

    @Override
    public long samples(int channel) {
        return counts.get(channel).length;
    }

    @Override
    public List<Gap> gaps(int channel) {
        return gaps;
    }

    @Override
    public void counts(int channel, long firstSample, int[] into) {
        for (Gap gap : gaps) {
            if (firstSample < gap.endSample() && firstSample + into.length > gap.firstSample()) {
                throw new IllegalArgumentException("read across a gap");
            }
        }
        System.arraycopy(counts.get(channel), (int) firstSample, into, 0, into.length);
    }

    @Override
    public void close() {}
}
