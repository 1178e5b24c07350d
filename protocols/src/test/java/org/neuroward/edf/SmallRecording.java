package org.neuroward.edf;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.Gap;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

/** A few seconds of two rates in memory. The count of a sample tells its channel and its number. */
record SmallRecording(List<Channel> channels, double seconds, List<Gap> gapsOfFirst, List<Annotation> annotations)
        implements Recording {

    SmallRecording {
        channels = List.copyOf(channels);
        gapsOfFirst = List.copyOf(gapsOfFirst);
        annotations = List.copyOf(annotations);
    }

    static SmallRecording withHoles() {
        return new SmallRecording(
                List.of(channel("EEG Fp1", 16), channel("EEG Fp2", 16), channel("Resp", 4)),
                8,
                List.of(new Gap(37, 20)),
                remarks());
    }

    static SmallRecording whole() {
        return new SmallRecording(
                List.of(channel("EEG Fp1", 250), channel("EEG Cz", 250), channel("ECG", 100)), 7, List.of(), remarks());
    }

    private static List<Annotation> remarks() {
        return List.of(
                new Annotation(Duration.ZERO, Optional.of(Duration.ofSeconds(3)), "Eyes closed"),
                new Annotation(Duration.ofMillis(3_250), Optional.empty(), "眨眼"),
                new Annotation(Duration.ofMillis(4_125), Optional.of(Duration.ofMillis(500)), "Neuroward: gap"));
    }

    private static Channel channel(String label, double hertz) {
        return new Channel(
                label,
                ChannelKind.EEG,
                "uV",
                new SamplingRate(hertz),
                new DigitalRange(-32768, 32767),
                new PhysicalRange(-3276.8, 3276.7),
                "Ag/AgCl",
                "HP:0.1Hz");
    }

    @Override
    public Optional<LocalDateTime> startTime() {
        return Optional.of(LocalDateTime.of(2026, 11, 23, 9, 30, 15, 250_000_000));
    }

    @Override
    public long samples(int channel) {
        return Math.round(seconds * channels.get(channel).rate().hertz());
    }

    @Override
    public List<Gap> gaps(int channel) {
        return channel == 0 ? gapsOfFirst : List.of();
    }

    @Override
    public void counts(int channel, long firstSample, int[] into) {
        for (int i = 0; i < into.length; i++) {
            long sample = firstSample + i;
            into[i] = (int) (channel * 10_000 + sample) * (sample % 2 == 0 ? 1 : -1);
        }
    }

    @Override
    public void close() {}
}
