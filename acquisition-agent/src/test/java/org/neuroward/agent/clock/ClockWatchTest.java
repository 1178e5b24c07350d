package org.neuroward.agent.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private static final Instant START = Instant.parse("2026-11-23T08:30:00Z");

    private final Clocks clocks = new Clocks();
    private final ClockWatch watch = new ClockWatch(clocks);

    private static final class Clocks implements HostClock {
        private Duration monotonic = Duration.ZERO;
        private Duration wall = Duration.ZERO;

        @Override
        public long nanos() {
            return monotonic.toNanos();
        }

        @Override
        public Instant wall() {
            return START.plus(wall);
        }

        @Override
        public void sleep(Duration span) {
            monotonic = monotonic.plus(span);
            wall = wall.plus(span);
        }
    }

    @Test
    void readsTheWallClockAtOnceAndThenEveryTenSeconds() {
        assertThat(watch.dueReading()).contains(START);
        clocks.sleep(Duration.ofMillis(9_999));
        assertThat(watch.dueReading()).isEmpty();
        clocks.sleep(Duration.ofMillis(1));
        assertThat(watch.dueReading()).contains(START.plusSeconds(10));
    }

    @Test
    void seesAWallClockThatWasSetOrAComputerThatSlept() {
        clocks.sleep(Duration.ofHours(2));
        assertThat(watch.findJump()).isEmpty();

        clocks.wall = clocks.wall.plusSeconds(60);

        assertThat(watch.findJump()).contains(Duration.ofSeconds(60));
        assertThat(watch.findJump()).isEmpty();
    }

    @Test
    void toleratesTheSmallStepsOfTimeServers() {
        clocks.wall = clocks.wall.minusMillis(1_900);

        assertThat(watch.findJump()).isEmpty();
    }
}
