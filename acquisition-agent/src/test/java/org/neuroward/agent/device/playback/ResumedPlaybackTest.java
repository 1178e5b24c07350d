package org.neuroward.agent.device.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.Run;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

/** A file that goes on in its middle gives the rest of what it gives from the start. */
class ResumedPlaybackTest {

    private static final double SPEED = 1000;

    @ParameterizedTest
    @CsvSource({
        "edf/test_uneven_samp.edf, 1234567890",
        "edf/edfPlusD.edf, 2000000000",
        "edf/test_utf8.edf, 50000000",
        "edf/test_generator.bdf, 999999999"
    })
    void deliversTheRestOfEveryStream(String name, long resumeAtNanos) throws IOException {
        Path file =
                Path.of(System.getProperty("neuroward.shared", "none"), "data").resolve(name);
        assumeTrue(Files.exists(file), "the shared recordings are not here: " + file);
        Delivered whole = play(file, 0);

        Delivered rest = play(file, resumeAtNanos);

        assertThat(rest.faults()).isEmpty();
        try (Recording recording = EdfRecording.open(file)) {
            int streams = StreamSource.all(recording).size();
            for (StreamSource stream : StreamSource.all(recording)) {
                int number = stream.number();
                long first = first(stream.rate(), resumeAtNanos);
                assertThat(rest.position(number)).isEqualTo(whole.position(number) - first);
                int[] all = whole.counts(number);
                int[] tail = rest.counts(number);
                assertThat(tail).isEqualTo(Arrays.copyOfRange(all, all.length - tail.length, all.length));
                assertThat(tail.length > 0 || streams > 1).isTrue();
            }
        }
        assertThat(rest.annotations()).isEqualTo(annotationsFrom(whole.annotations(), resumeAtNanos));
        assertThat(missing(rest)).isLessThanOrEqualTo(missing(whole));
    }

    /** Independent of the code under test: counts on until the time is reached. */
    private static long first(SamplingRate rate, long nanos) {
        long sample = (long) (nanos / 1e9 * rate.hertz()) - 2;
        while (sample < 0 || rate.timeOf(sample).toNanos() < nanos) {
            sample++;
        }
        return sample;
    }

    private static long missing(Delivered delivered) {
        return delivered.holes().stream().mapToLong(Delivered.Hole::sampleCount).sum();
    }

    private static List<Annotation> annotationsFrom(List<Annotation> annotations, long nanos) {
        Duration start = Duration.ofNanos(nanos);
        return annotations.stream()
                .filter(annotation -> annotation.onset().compareTo(start) >= 0)
                .map(annotation ->
                        new Annotation(annotation.onset().minus(start), annotation.duration(), annotation.text()))
                .toList();
    }

    private static Delivered play(Path file, long resumeAtNanos) throws IOException {
        var delivered = new Delivered();
        try (var amplifier = new PlaybackAmplifier(
                EdfRecording.open(file), "playback", false, new Pace(HostClock.system(), SPEED))) {
            amplifier.start(new Run.Session(List.of(), resumeAtNanos), delivered);
            delivered.await("the end of the file", Delivered::isEnded);
        }
        return delivered;
    }
}
