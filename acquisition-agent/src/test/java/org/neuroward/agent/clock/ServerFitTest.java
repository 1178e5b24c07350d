package org.neuroward.agent.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.neuroward.wire.ServerClock;

class ServerFitTest {

    private static final long SEED = 31;
    private static final long SECOND = 1_000_000_000L;
    private static final Instant WALL = Instant.parse("2026-11-23T08:30:00Z");
    private static final long WALL_NANOS = WALL.getEpochSecond() * SECOND;

    private final ServerFit fit = new ServerFit();

    /** The bed's two clocks agree in these tests at monotonic 0; the server is {@code aheadNanos} ahead of its wall clock. */
    private void ask(long askedNanos, long aheadNanos, long wayThere, long wayBack) {
        long received = WALL_NANOS + askedNanos + wayThere + aheadNanos;
        long sent = received + 40_000;
        fit.add(askedNanos, received, sent, askedNanos + wayThere + 40_000 + wayBack);
    }

    @Test
    void knowsNothingWithoutAnAnswer() {
        assertThat(fit.at(0, WALL)).isEmpty();
    }

    @Test
    void aSymmetricWayGivesTheOffsetExactly() {
        ask(0, 3 * SECOND, 2_000_000, 2_000_000);

        ServerClock clock = fit.at(4_040_000, WALL.plusNanos(4_040_000)).orElseThrow();

        assertThat(clock).isEqualTo(new ServerClock(3 * SECOND, 2_000_000));
    }

    @Test
    void anyWayLeavesTheTruthWithinTheStatedError() {
        var random = new Random(SEED);
        for (int second = 0; second < 300; second++) {
            long there = (long) (5e6 - 2e7 * Math.log(1 - random.nextDouble()));
            long back = (long) (1e6 - 2e7 * Math.log(1 - random.nextDouble()));
            ask(second * SECOND, -7 * SECOND, there, back);
            long now = second * SECOND + SECOND;

            ServerClock clock = fit.at(now, WALL.plusNanos(now)).orElseThrow();

            assertThat(Math.abs(clock.offsetNanos() + 7 * SECOND))
                    .as("second %d, seed %d", second, SEED)
                    .isLessThanOrEqualTo(clock.uncertaintyNanos());
        }
        assertThat(fit.at(300 * SECOND, WALL.plusSeconds(300)).orElseThrow().uncertaintyNanos())
                .isLessThan(15_000_000);
    }

    @Test
    void theFastestAnswerIsBelieved() {
        ask(0, SECOND, 1_000_000, 1_000_000);
        ask(SECOND, SECOND, 900_000_000, 1_000_000);

        assertThat(fit.at(2 * SECOND, WALL.plusSeconds(2)).orElseThrow().offsetNanos())
                .isEqualTo(SECOND);
    }

    @Test
    void anOldAnswerIsWorthLessThanAYoungOneThatIsNearlyAsFast() {
        ask(0, SECOND, 1_000_000, 1_000_000);
        ask(50 * SECOND, SECOND, 1_200_000, 1_100_000);

        // 1 ms and 50 s at 100 ppm against 1.15 ms.
        assertThat(fit.at(51 * SECOND, WALL.plusSeconds(51)).orElseThrow().uncertaintyNanos())
                .isLessThan(1_500_000);
    }

    @Test
    void aBedsWallClockThatWasSetChangesTheOffsetByThatMuch() {
        ask(0, 0, 1_000_000, 1_000_000);

        ServerClock clock =
                fit.at(SECOND, WALL.plusSeconds(1).plus(Duration.ofHours(1))).orElseThrow();

        assertThat(clock.offsetNanos()).isEqualTo(-3_600 * SECOND);
    }

    @Test
    void answersThatNoGoingClockGivesAreLeftOut() {
        fit.add(10, WALL_NANOS, WALL_NANOS - 1, 20);
        fit.add(10, WALL_NANOS, WALL_NANOS, 9);
        fit.add(10, WALL_NANOS, WALL_NANOS + 100, 20);

        assertThat(fit.at(20, WALL)).isEmpty();
    }

    @Test
    void keepsABoundedNumberOfAnswers() {
        ask(0, 0, 1, 1);
        for (int second = 1; second <= 1_000; second++) {
            ask(second * SECOND, SECOND, 5_000_000, 5_000_000);
        }

        assertThat(fit.at(1_001 * SECOND, WALL.plusSeconds(1_001)).orElseThrow().offsetNanos())
                .isEqualTo(SECOND);
    }
}
