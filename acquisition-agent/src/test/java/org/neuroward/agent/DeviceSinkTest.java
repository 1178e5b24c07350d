package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.StreamLayout;

class DeviceSinkTest {

    private static final StreamLayout LAYOUT =
            StreamLayout.of(List.of(Scripted.channel("Fp1", 100), Scripted.channel("Resp", 10)));

    private final Scripted clock = new Scripted();
    private final Queue<Runnable> inbox = new ArrayDeque<>();
    private final List<Delivery> delivered = new ArrayList<>();

    private static SampleBlock block(int stream, long first, int samples) {
        return SampleBlock.of(stream, first, 1, first * 10_000_000L, new int[samples]);
    }

    private void drain() {
        for (Runnable step = inbox.poll(); step != null; step = inbox.poll()) {
            step.run();
        }
    }

    @Test
    void whatALiveDeviceBringsWhileThereIsNoRoomBecomesAGapOfThatLength() {
        var sink = new DeviceSink(inbox::add, delivered::add, clock, LAYOUT, true);
        long next = 0;
        for (; next < 100_000; next += 10) {
            sink.block(block(0, next, 10));
        }
        int held = inbox.size();
        drain();
        sink.block(block(0, next, 10));
        drain();

        // At least the ten seconds that are asked for, at most what 2 streams of 20 s allow.
        assertThat(held).isBetween(100, 400);
        assertThat(delivered).hasSize(held + 2);
        Delivery.Gap gap = (Delivery.Gap) delivered.get(held);
        assertThat(gap.firstSample()).isEqualTo(held * 10L);
        assertThat(gap.sampleCount()).isEqualTo(100_000 - held * 10);
        assertThat(gap.missing()).isEqualTo(new Missing(GapCause.OVERFLOW));
        assertThat(gap.time().deviceNanos()).isEqualTo(held * 100_000_000L);
        assertThat(((Delivery.Block) delivered.getLast()).samples().firstSample())
                .isEqualTo(100_000);
    }

    @Test
    void lossesOfTheDeviceAmongWhatIsDroppedAreNotCountedTwice() {
        var sink = new DeviceSink(inbox::add, delivered::add, clock, LAYOUT, true);
        long next = 0;
        for (; next < 100_000; next += 10) {
            sink.block(block(0, next, 10));
        }
        sink.gap(0, next, 500, new Missing(GapCause.COUNTER), 0);
        drain();
        sink.block(block(0, next + 500, 10));
        drain();

        long expected = 0;
        for (Delivery delivery : delivered) {
            if (delivery instanceof Delivery.Block block) {
                assertThat(block.samples().firstSample()).isEqualTo(expected);
                expected = block.samples().endSample();
            } else if (delivery instanceof Delivery.Gap gap) {
                assertThat(gap.firstSample()).isEqualTo(expected);
                expected += gap.sampleCount();
            }
        }
        assertThat(expected).isEqualTo(100_510);
    }

    @Test
    void singleSamplesFillTheRoomByTheirTimeNotByTheirNumber() {
        var sink = new DeviceSink(inbox::add, delivered::add, clock, LAYOUT, true);
        for (long next = 0; next < 1_500; next++) {
            sink.block(block(0, next, 1));
        }
        drain();

        assertThat(delivered).hasSize(1_500).allMatch(Delivery.Block.class::isInstance);
    }

    @Test
    void aFileWaitsUntilThereIsRoom() throws InterruptedException {
        BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();
        var sink = new DeviceSink(steps::add, delivered::add, clock, LAYOUT, false);
        Thread reader = Thread.ofPlatform().start(() -> {
            for (long next = 0; next < 20_000; next += 10) {
                sink.block(block(0, next, 10));
            }
        });

        while (delivered.size() < 2_000) {
            steps.poll(10, TimeUnit.SECONDS).run();
        }
        reader.join(Duration.ofSeconds(10));

        assertThat(delivered).hasSize(2_000).allMatch(Delivery.Block.class::isInstance);
        assertThat(((Delivery.Block) delivered.getLast()).samples().endSample()).isEqualTo(20_000);
    }

    @Test
    void aFloodOfRemarksIsNotKept() {
        var sink = new DeviceSink(inbox::add, delivered::add, clock, LAYOUT, true);
        for (int i = 0; i < 1_000_000; i++) {
            sink.tally(1, 0, 0);
        }

        assertThat(inbox.size()).isLessThanOrEqualTo(40_000);
    }

    @Test
    void nothingArrivesAfterTheEndOfTheRun() {
        var sink = new DeviceSink(inbox::add, delivered::add, clock, LAYOUT, true);
        sink.block(block(0, 0, 10));
        sink.close();
        sink.block(block(0, 10, 10));
        drain();

        assertThat(delivered).isEmpty();
    }
}
