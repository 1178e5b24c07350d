package org.neuroward.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.neuroward.edf.EdfLayout;
import org.neuroward.edf.EdfWriter;
import org.neuroward.edf.RecordDuration;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

/** A simulated night as a file: 8 channels × 7 hours × 256 Hz of {@link SimulatedSignal} in EDF+, 103 MB. */
public final class SimulatedNight {

    public static final SamplingRate RATE = new SamplingRate(256);
    public static final int CHANNELS = 8;
    public static final int SECONDS = 7 * 3600;

    private static final int PIECE_SECONDS = 1800;
    private static final List<String> LABELS =
            List.of("EEG F3", "EEG F4", "EEG C3", "EEG C4", "EEG O1", "EEG O2", "EEG Fpz", "EEG Oz");
    private static final Channel FIRST = new Channel(
            "",
            ChannelKind.EEG,
            "uV",
            RATE,
            new DigitalRange(-32768, 32767),
            new PhysicalRange(-3276.8, 3276.7),
            "simulated",
            "");

    private SimulatedNight() {}

    /** The file, beside the compiled benchmarks; made when it is not there. */
    public static Path file() {
        Path file = folder().resolve("simulated-night.edf");
        try {
            if (!Files.exists(file)) {
                Path unfinished = file.resolveSibling("unfinished.edf");
                Files.createDirectories(file.getParent());
                Files.deleteIfExists(unfinished);
                write(unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    static Path folder() {
        try {
            Path classes = Path.of(SimulatedNight.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolveSibling("data");
        } catch (URISyntaxException failure) {
            throw new IllegalStateException("the compiled benchmarks must lie in a folder", failure);
        }
    }

    private static void write(Path path) throws IOException {
        List<Channel> channels = LABELS.stream().map(SimulatedNight::named).toList();
        var duration = new RecordDuration(BigDecimal.ONE, Collections.nCopies(CHANNELS, (int) RATE.hertz()));
        var layout = new EdfLayout(false, Optional.empty(), "simulated", channels, duration);
        try (EdfWriter writer = EdfWriter.create(path, layout)) {
            writer.annotate(new Annotation(Duration.ZERO, Optional.empty(), "simulated signal, nobody's night"));
            int[][] counts = counts();
            // The half hour repeats: reading does not know, and the file is made in seconds.
            for (int second = 0; second < SECONDS; second++) {
                int from = second % PIECE_SECONDS * (int) RATE.hertz();
                for (int channel = 0; channel < CHANNELS; channel++) {
                    writer.append(channel, counts[channel], from, (int) RATE.hertz());
                }
            }
            writer.finish();
        }
    }

    private static Channel named(String label) {
        return new Channel(
                label,
                FIRST.kind(),
                FIRST.unit(),
                RATE,
                FIRST.digital(),
                FIRST.physical(),
                FIRST.transducer(),
                FIRST.prefilter());
    }

    private static int[][] counts() {
        double[][] microvolts = SimulatedSignal.microvolts(CHANNELS, PIECE_SECONDS * (int) RATE.hertz(), RATE);
        double perCount = FIRST.calibration().microvoltsPerCount();
        return IntStream.range(0, CHANNELS)
                .mapToObj(channel -> IntStream.range(0, microvolts[channel].length)
                        .map(n -> (int) Math.rint(microvolts[channel][n] / perCount))
                        .toArray())
                .toArray(int[][]::new);
    }
}
