package org.neuroward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form; {@code deploy/fuzz} is the long one. */
class FuzzTest {

    private static final long INPUTS = 4_000;

    @TempDir
    Path folder;

    static Stream<Arguments> readersAndSeeds() {
        return FuzzReaders.all().stream().flatMap(reader -> Stream.of(20_261_123L, 4_711L)
                .map(seed -> Arguments.of(reader.name(), reader, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("readersAndSeeds")
    void damagedInputsAreReadRightOrRefused(String name, FuzzedReader reader, long seed) throws IOException {
        var fuzz = new Fuzz(reader, seed, folder(name));
        // Far more than it takes: what does not end is told from what is slow.
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            int refused = 0;
            for (long number = 0; number < INPUTS; number++) {
                switch (fuzz.run(number)) {
                    case Fuzz.Outcome.Read read -> {}
                    case Fuzz.Outcome.Refused refusal -> refused++;
                    case Fuzz.Outcome.Fault fault -> fail(name + ", seed " + seed + ", input " + number, fault.cause());
                }
            }
            // Both ways must have been gone, else the damage is too coarse or too fine.
            assertThat(refused).isBetween((int) INPUTS / 20, (int) INPUTS * 19 / 20);
        });
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
