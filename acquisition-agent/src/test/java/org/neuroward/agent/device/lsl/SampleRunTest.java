package org.neuroward.agent.device.lsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.lsl.ChannelFormat;
import org.neuroward.lsl.DescribedChannel;
import org.neuroward.lsl.Element;
import org.neuroward.lsl.SampleBatch;
import org.neuroward.lsl.StreamDescription;
import org.neuroward.lsl.StreamInstance;
import org.neuroward.lsl.StreamKind;
import org.neuroward.lsl.StreamPorts;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;

/** Losses told by stamps alone, on a clock that the test sets. */
class SampleRunTest {

    private static final double HERTZ = 250;
    private static final double PERIOD = 1 / HERTZ;

    private final Delivered sink = new Delivered();
    private final SetClock clock = new SetClock();
    private final SampleRun run = new SampleRun(sink, channels(), OptionalLong.empty(), clock);
    private long pushed;

    private static final class SetClock implements HostClock {
        private double seconds = 50;

        @Override
        public long nanos() {
            return Math.round(seconds * 1e9);
        }

        @Override
        public Instant wall() {
            return Instant.EPOCH;
        }

        @Override
        public void sleep(Duration span) {}
    }

    private static LslChannels channels() {
        var kind = new StreamKind("S", "EEG", 1, ChannelFormat.INT32, "s", HERTZ);
        var instance = new StreamInstance("uid", 1, "default", "host", new StreamPorts(1, 1, 0, 0), 110);
        Element desc = Element.of(
                "desc",
                DescribedChannel.channelsElement(
                        List.of(new DescribedChannel("C3", "EEG", "uV", OptionalLong.empty()))));
        return LslChannels.of(new StreamDescription(kind, instance, desc), "").orElseThrow();
    }

    /** One sample, which arrives at {@code arrival} on the computer's clock. */
    private void push(double stamp, double arrival) {
        clock.seconds = Math.max(clock.seconds, arrival);
        var batch = new SampleBatch(ChannelFormat.INT32, 1, 1);
        batch.set(batch.add(stamp), 0, pushed++);
        run.samples(batch);
    }

    private void finish() {
        clock.seconds += 5;
        run.idle();
        assertThat(sink.faults()).isEmpty();
        assertThat(sink.counts(0)).hasSize((int) pushed).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "7", "250", "2500"})
    void samplesThatAreMissingAreCountedByTheirStamps(int missing) {
        for (int i = 0; i < 1600; i++) {
            int at = i < 600 ? i : i + missing;
            push(1000 + at * PERIOD, 50 + at * PERIOD + 0.001);
        }
        finish();

        assertThat(sink.holes()).hasSize(1);
        assertThat(sink.holes().getFirst().firstSample()).isEqualTo(600);
        assertThat(sink.holes().getFirst().sampleCount()).isEqualTo(missing);
        assertThat(sink.holes().getFirst().missing()).isEqualTo(new Missing(GapCause.STAMPS, false));
    }

    /** Each sample is stamped when it is sent; the source is held up, and then catches up. */
    @ParameterizedTest
    @ValueSource(doubles = {0.04, 0.2, 0.6})
    void aSourceThatWasHeldUpHasLostNothing(double seconds) {
        for (int i = 0; i < 2000; i++) {
            double due = i * PERIOD;
            double sent = due > 3 && due < 3 + seconds ? 3 + seconds + (due - 3) * 1e-3 : due;
            push(1000 + sent, 50 + sent + 0.001);
        }
        finish();

        assertThat(sink.holes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void jitterAndDriftAreNoLoss(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 30_000; i++) {
            double jitter = (random.nextDouble() - 0.5) * 0.02;
            push(1000 + i * PERIOD * (1 + 200e-6) + jitter, 50 + i * PERIOD + 0.01);
        }
        finish();

        assertThat(sink.holes()).as("seed " + seed).isEmpty();
    }

    /** Blocks of 25 samples, whose last one is stamped when it is sent, a little late each time. */
    @Test
    void lateBlocksAreNoLoss() {
        var random = new Random(17);
        for (int block = 0; block < 800; block++) {
            double late = random.nextDouble() * 0.03;
            for (int i = 0; i < 25; i++) {
                double sent = (block * 25 + 24) * PERIOD + late;
                push(1000 + sent - (24 - i) * PERIOD, 50 + sent);
            }
        }
        finish();

        assertThat(sink.holes()).as("seed 17").isEmpty();
    }

    /** The source's clock jumps, while samples come as before. */
    @ParameterizedTest
    @ValueSource(doubles = {3600, -3600, 10, -10, -0.5})
    void aSourceWhoseClockIsSetHasLostNothing(double seconds) {
        for (int i = 0; i < 2000; i++) {
            push(5000 + i * PERIOD + (i < 1000 ? 0 : seconds), 50 + i * PERIOD);
        }
        finish();

        assertThat(sink.holes()).isEmpty();
        List<SampleBlock> blocks = sink.blocks();
        for (int i = 1; i < blocks.size(); i++) {
            assertThat(blocks.get(i).deviceNanos())
                    .isGreaterThan(blocks.get(i - 1).deviceNanos());
        }
    }

    @Test
    void aNewConnectionToTheSameClockCountsByStamps() {
        for (int i = 0; i < 500; i++) {
            push(1000 + i * PERIOD, 50 + i * PERIOD);
        }
        run.disconnected();
        run.connected(false);
        for (int i = 800; i < 1300; i++) {
            push(1000 + i * PERIOD, 50 + i * PERIOD);
        }
        finish();

        assertThat(sink.holes()).hasSize(1);
        assertThat(sink.holes().getFirst().sampleCount()).isEqualTo(300);
        assertThat(sink.holes().getFirst().missing()).isEqualTo(new Missing(GapCause.RECONNECTED, false));
    }

    /** One late sample, then the connection breaks: nobody knows yet whether something is missing. */
    @Test
    void aLateSampleBeforeABreakIsNoLossOfItsOwn() {
        for (int i = 0; i < 500; i++) {
            push(1000 + i * PERIOD + (i == 499 ? 0.02 : 0), 50 + i * PERIOD);
        }
        run.disconnected();
        run.connected(false);
        for (int i = 600; i < 1000; i++) {
            push(1000 + i * PERIOD, 50 + i * PERIOD);
        }
        finish();

        assertThat(sink.holes()).hasSize(1);
        assertThat(sink.holes().getFirst().firstSample()).isEqualTo(500);
        assertThat(sink.holes().getFirst().sampleCount()).isEqualTo(100);
        assertThat(sink.holes().getFirst().missing()).isEqualTo(new Missing(GapCause.RECONNECTED, false));
    }

    @Test
    void aNewConnectionWithoutLossHasNoHole() {
        for (int i = 0; i < 1000; i++) {
            if (i == 500) {
                run.disconnected();
                run.connected(false);
            }
            push(1000 + i * PERIOD, 50 + i * PERIOD);
        }
        finish();

        assertThat(sink.holes()).isEmpty();
    }

    /** 2.0 s without samples, after which stamps are of another clock. */
    @Test
    void aNewClockCountsByOurs() {
        for (int i = 0; i < 500; i++) {
            push(1000 + i * PERIOD, 50 + i * PERIOD);
        }
        run.disconnected();
        run.connected(true);
        for (int i = 1000; i < 1500; i++) {
            push(7 + i * PERIOD, 50 + i * PERIOD);
        }
        finish();

        assertThat(sink.holes()).hasSize(1);
        assertThat(sink.holes().getFirst().sampleCount()).isBetween(498, 500);
        assertThat(sink.holes().getFirst().missing()).isEqualTo(new Missing(GapCause.RECONNECTED, false));
    }

    @Test
    void deviceTimeIsTheSourcesOwn() {
        for (int i = 0; i < 1000; i++) {
            push(1000 + i * PERIOD * 1.0002, 50 + i * PERIOD);
        }
        finish();

        SampleBlock last = sink.blocks().getLast();
        assertThat(last.deviceNanos() / 1e9)
                .isEqualTo(last.firstSample() * PERIOD * 1.0002, org.assertj.core.api.Assertions.within(1e-6));
    }
}
