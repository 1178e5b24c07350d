package org.neuroward.clinic.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.ingest.LiveSignal;
import org.neuroward.clinic.ingest.LiveSignals;
import org.neuroward.wire.FrameContent.Event;

class SignalQueueTest {

    private final SignalQueue queue = new SignalQueue(2);

    @Test
    void whenFullTheOldestSamplesMakeRoomForTheNewest() throws InterruptedException {
        queue.offer(LiveSignals.samples(0));
        queue.offer(LiveSignals.samples(10));
        queue.offer(LiveSignals.samples(20));

        assertThat(firstSample(queue.poll(0))).isEqualTo(10);
        assertThat(firstSample(queue.poll(0))).isEqualTo(20);
        assertThat(queue.poll(0)).isEmpty();
        assertThat(queue.dropped()).isEqualTo(1);
    }

    @Test
    void remarksAreNeverDropped() throws InterruptedException {
        var remark = new LiveSignal.Remark(
                UUID.randomUUID(), new Event(Duration.ZERO, Optional.empty(), "Eyes closed", false));
        queue.offer(remark);
        queue.offer(LiveSignals.samples(0));
        queue.offer(LiveSignals.samples(10));

        assertThat(queue.poll(0)).contains(remark);
        assertThat(firstSample(queue.poll(0))).isEqualTo(10);
    }

    private static long firstSample(Optional<LiveSignal> signal) {
        return ((LiveSignal.Samples) signal.orElseThrow()).firstSample();
    }
}
