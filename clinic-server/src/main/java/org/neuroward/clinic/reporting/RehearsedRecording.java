package org.neuroward.clinic.reporting;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.Gap;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

/** A made-up recording of 19 electrodes, held by nobody and stored nowhere; it has what every step of scoring needs. */
final class RehearsedRecording implements Recording {

    static final int SECONDS = 90;

    private static final List<String> ELECTRODES = List.of(
            "Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T7", "C3", "Cz", "C4", "T8", "P7", "P3", "Pz", "P4", "P8",
            "O1", "O2");
    private static final int HERTZ = 250;
    private static final double ALPHA_HERTZ = 10;
    private static final long SEED = 1;

    @Override
    public List<Channel> channels() {
        return ELECTRODES.stream()
                .map(name -> new Channel(
                        name,
                        ChannelKind.EEG,
                        "uV",
                        new SamplingRate(HERTZ),
                        new DigitalRange(-32768, 32767),
                        new PhysicalRange(-3276.8, 3276.7),
                        "",
                        ""))
                .toList();
    }

    @Override
    public Optional<LocalDateTime> startTime() {
        return Optional.empty();
    }

    @Override
    public List<Annotation> annotations() {
        return List.of(new Annotation(Duration.ZERO, Optional.of(Duration.ofSeconds(SECONDS)), "Eyes closed"));
    }

    @Override
    public long samples(int channel) {
        return (long) SECONDS * HERTZ;
    }

    @Override
    public List<Gap> gaps(int channel) {
        return List.of();
    }

    @Override
    public void counts(int channel, long firstSample, int[] into) {
        var shared = new SplittableRandom(SEED);
        var own = new SplittableRandom(SEED + 1 + channel);
        double background = 0;
        for (long sample = 0; sample < firstSample + into.length; sample++) {
            background = 0.9 * background + 40 * (shared.nextDouble() - 0.5) + 60 * (own.nextDouble() - 0.5);
            if (sample >= firstSample) {
                double alpha = 150 * Math.sin(2 * Math.PI * ALPHA_HERTZ * sample / HERTZ);
                into[(int) (sample - firstSample)] = (int) Math.round(background + alpha);
            }
        }
    }

    @Override
    public void close() {}
}
