package org.neuroward.agent.device.openbci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.agent.device.openbci.CounterTrack.Placed;

class CounterTrackTest {

    private static final long PERIOD = 4_000_000;
    private static final long JITTER = 16_000_000;

    private final CounterTrack track = new CounterTrack(250);
    private final List<Placed> placed = new ArrayList<>();
    private final Random random = new Random(9);

    @Test
    void everyPacketHasItsPlaceAcrossManyWraps() {
        send(0, 5000);

        assertPlaces(true);
        assertThat(placed).hasSize(5000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 200, 255, 256, 257, 300, 511, 512, 513, 1000, 2560, 25600})
    void aHoleHasItsExactLengthAlsoBeyondTheCounter(int lost) {
        send(0, 1000);
        send(1000 + lost, 1000);
        placed.addAll(track.finish());

        assertPlaces(true);
        assertThat(placed).hasSize(2000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 256, 257, 5000})
    void theBoardsClockTellsALongHoleAtOnce(int lost) {
        for (int i = 0; i < 500; i++) {
            stamped(i, i);
        }
        List<Placed> at = stamped(500 + lost, 500 + lost);

        assertThat(at).hasSize(1);
        assertThat(at.getFirst().index()).isEqualTo(500 + lost);
        assertThat(at.getFirst().exact()).isTrue();
    }

    @Test
    void aDamagedStampMakesNoGapOfDays() {
        for (int i = 0; i < 500; i++) {
            stamped(i, i);
        }
        stamped(700, 3_000_000_000L / 4);

        assertThat(placed.getLast().index()).isLessThan(700 + 256);
    }

    /** Samples that were held up on their way for two seconds and come all at once are late, not lost. */
    @Test
    void aBacklogThatComesInOneGoIsNoHole() {
        send(0, 1000);
        for (int i = 1000; i < 1500; i++) {
            take(i, 1500 * PERIOD + i * 1000L);
        }
        send(1500, 500);
        placed.addAll(track.finish());

        assertPlaces(true);
        assertThat(placed).hasSize(2000);
    }

    @Test
    void aBacklogBehindAHoleOfTwoWrapsIsPlacedBehindIt() {
        send(0, 1000);
        for (int i = 1512; i < 1800; i++) {
            take(i, 1800 * PERIOD + i * 1000L);
        }
        send(1800, 500);
        placed.addAll(track.finish());

        assertPlaces(true);
        assertThat(placed).hasSize(1000 + 288 + 500);
    }

    @Test
    void repeatedAndLatePacketsAreCountedAndDropped() {
        send(0, 100);
        take(99, 100 * PERIOD);
        take(97, 100 * PERIOD);
        take(95, 100 * PERIOD);
        send(100, 100);

        assertPlaces(true);
        assertThat(placed).hasSize(200);
        assertThat(track.takeRepeated()).isEqualTo(1);
        assertThat(track.takeLate()).isEqualTo(2);
        assertThat(track.takeLate()).isZero();
    }

    /** A counter cannot run ahead of time: 128 packets do not come in four milliseconds. */
    @Test
    void aDamagedCounterMovesNothing() {
        send(0, 100);
        track.take(packet(228, 0), 100 * PERIOD);
        send(101, 100);

        assertPlaces(true);
        assertThat(placed).hasSize(200);
    }

    @Test
    void afterARestartTheHoleIsAnEstimate() {
        send(0, 1000);
        track.restart();
        long nanos = 3000 * PERIOD;
        for (int i = 0; i < 100; i++) {
            placed.addAll(track.take(packet(i, 0), nanos + i * PERIOD));
        }

        assertThat(placed.get(1000).exact()).isFalse();
        assertThat(placed.get(1000).index()).isBetween(2990L, 3010L).isEven();
        assertThat(placed.get(1099).index() - placed.get(1000).index()).isEqualTo(99);
    }

    @Test
    void crystalsMayDifferForHours() {
        double slow = 1.0001;
        for (int i = 0; i < 250 * 3600 * 2; i++) {
            if (i % 100_000 < 99_000) {
                placed.addAll(
                        track.take(packet(i & 0xFF, i), (long) (i * PERIOD * slow) + random.nextInt((int) JITTER)));
            }
        }
        placed.addAll(track.finish());

        assertPlaces(true);
    }

    private void send(int first, int count) {
        for (int i = first; i < first + count; i++) {
            take(i, i * PERIOD + random.nextInt((int) JITTER));
        }
    }

    private void take(int index, long nanos) {
        placed.addAll(track.take(packet(index & 0xFF, index), nanos));
    }

    private List<Placed> stamped(int index, long stampPeriods) {
        byte[] bytes = CytonBytes.packet(index & 0xFF, new int[] {index, 0, 0, 0, 0, 0, 0, 0}, 0xC4, stampPeriods * 4);
        List<Placed> now = track.take(CytonPacket.read(bytes, 0), index * PERIOD);
        placed.addAll(now);
        return now;
    }

    private static CytonPacket packet(int counter, int first) {
        return CytonPacket.read(CytonBytes.packet(counter & 0xFF, first), 0);
    }

    /** Channel 1 carries the true index. */
    private void assertPlaces(boolean exact) {
        for (Placed one : placed) {
            assertThat(one.index()).isEqualTo(one.packet().count(0));
            assertThat(one.exact()).isEqualTo(exact);
        }
    }
}
