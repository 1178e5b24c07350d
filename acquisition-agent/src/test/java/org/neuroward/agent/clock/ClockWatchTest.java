package org.neuroward.agent.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private static final Instant START = Instant.parse("2026-11-23T08:30:00Z");

    private final Clocks clocks = new Clocks();
    private final ClockWatch watch = new ClockWatch(clocks);

    private static final class Clocks implements HostClock {
        private Duration monotonic = Duration.ZERO;
        private Duration wall = Duration.ZERO;
        private Optional<Duration> uptime = Optional.of(Duration.ofHours(3));

        @Override
        public long nanos() {
            return monotonic.toNanos();
        }

        @Override
        public Instant wall() {
            return START.plus(wall);
        }

        @Override
        public Optional<Duration> findUptime() {
            return uptime;
        }

        @Override
        public void sleep(Duration span) {
            monotonic = monotonic.plus(span);
            suspend(span);
        }

        /** As a computer does that sleeps: the monotonic clock of Linux stands still. */
        private void suspend(Duration span) {
            wall = wall.plus(span);
            uptime = uptime.map(before -> before.plus(span));
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
    void seesNothingWhileAllClocksGoOn() {
        clocks.sleep(Duration.ofMillis(500));

        assertThat(watch.findJumps()).isEmpty();
    }

    @Test
    void seesAWallClockThatWasSetInEitherDirection() {
        clocks.wall = clocks.wall.plusHours(1);

        assertThat(watch.findJumps()).containsExactly(new ClockJump.WallSet(Duration.ofHours(1)));
        assertThat(watch.findJumps()).isEmpty();

        clocks.wall = clocks.wall.minusHours(2);

        assertThat(watch.findJumps()).containsExactly(new ClockJump.WallSet(Duration.ofHours(-2)));
    }

    @Test
    void tellsSleepFromAWallClockThatWasSet() {
        clocks.suspend(Duration.ofMinutes(5));

        assertThat(watch.findJumps()).containsExactly(new ClockJump.Slept(Duration.ofMinutes(5)));
    }

    @Test
    void seesBothWhenTheWallClockWasSetDuringSleep() {
        clocks.suspend(Duration.ofMinutes(5));
        clocks.wall = clocks.wall.minusHours(1);

        assertThat(watch.findJumps())
                .containsExactly(
                        new ClockJump.Slept(Duration.ofMinutes(5)), new ClockJump.WallSet(Duration.ofHours(-1)));
    }

    @Test
    void seesThatItWasHeldUpWithoutMistakingItForSleep() {
        clocks.sleep(Duration.ofSeconds(8));

        assertThat(watch.findJumps()).containsExactly(new ClockJump.HeldUp(Duration.ofSeconds(8)));
    }

    @Test
    void callsNothingSleepWhereTheSystemDoesNotTellItsUptime() {
        clocks.uptime = Optional.empty();
        var blind = new ClockWatch(clocks);

        clocks.suspend(Duration.ofMinutes(5));

        assertThat(blind.findJumps()).containsExactly(new ClockJump.WallSet(Duration.ofMinutes(5)));
    }

    @Test
    void toleratesTheSmallStepsOfTimeServers() {
        clocks.wall = clocks.wall.minusMillis(1_900);

        assertThat(watch.findJumps()).isEmpty();
    }

    @Test
    void readsLinuxsOwnUptimeAndBootId() {
        HostClock system = HostClock.system();
        org.junit.jupiter.api.Assumptions.assumeTrue(
                java.nio.file.Files.exists(java.nio.file.Path.of("/proc/uptime")), "this system has no /proc/uptime");

        assertThat(system.findUptime().orElseThrow()).isPositive();
        assertThat(system.findBootId()).isEqualTo(system.findBootId()).isPresent();
    }
}
