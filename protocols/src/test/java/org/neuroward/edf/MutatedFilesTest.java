package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.Segment;

/** Files with random damage are read or refused: no other exception, no endless work, no large memory. */
class MutatedFilesTest {

    private static final int FILES = 1_500;
    private static final String HEADER_BYTES = "0123456789-+.,eE NaNinf\0\u00ff";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20_261_123L, 4_711L})
    void aMutatedFileIsReadOrRefused(long seed) {
        var random = new Random(seed);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(180), () -> {
            int refused = 0;
            for (int i = 0; i < FILES; i++) {
                byte[] bytes = mutate(original(i % 3), random);
                refused += readOrRefuse(Files.write(folder.resolve("mutated.edf"), bytes)) ? 0 : 1;
            }
            // Both ways must have been gone, else the mutations are too coarse or too fine.
            assertThat(refused).isBetween(FILES / 10, FILES * 9 / 10);
        });
    }

    private static byte[] original(int form) {
        return switch (form) {
            case 0 ->
                TestFile.plain(3).record(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).bytes();
            case 1 ->
                TestFile.plus("EDF+C")
                        .record("+0\24\24\0+1\u00152\24text\24\0", 1, 2, 3, 4)
                        .record("+1\24\24\0", 5, 6, 7, 8)
                        .bytes();
            default ->
                TestFile.plus("EDF+D")
                        .record("+0\24\24\0", 1, 2, 3, 4)
                        .record("+60\24\24\0", 5, 6, 7, 8)
                        .bytes();
        };
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] mutated = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length * 2)) : bytes;
        for (int i = 0; i < 1 + random.nextInt(4) && mutated.length > 0; i++) {
            int at = random.nextInt(mutated.length);
            mutated[at] = random.nextBoolean()
                    ? (byte) HEADER_BYTES.charAt(random.nextInt(HEADER_BYTES.length()))
                    : (byte) random.nextInt(256);
        }
        return mutated;
    }

    private static boolean readOrRefuse(Path file) throws IOException {
        try (EdfRecording recording = EdfRecording.recover(file)) {
            for (int channel = 0; channel < recording.channels().size(); channel++) {
                assertThat(recording.samples(channel)).isGreaterThanOrEqualTo(0);
                recording.channels().get(channel).findCalibration();
                for (Segment segment : recording.segments(channel)) {
                    int[] counts = new int[(int) Math.min(segment.count(), 1000)];
                    recording.counts(channel, segment.endSample() - counts.length, counts);
                }
            }
            recording.notices().forEach(notice -> assertThat(notice.sentence(Locale.CHINESE))
                    .isNotBlank());
            return true;
        } catch (EdfFormatException e) {
            assertThat(e.sentence(Locale.ENGLISH)).isNotBlank();
            return false;
        }
    }
}
