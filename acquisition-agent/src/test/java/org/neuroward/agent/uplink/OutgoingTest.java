package org.neuroward.agent.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.Losses;
import org.neuroward.wire.SpoolFacts;

class OutgoingTest {

    private final Outgoing outgoing = new Outgoing();

    private static Status heartbeat(long nanos) {
        var spool = new SpoolFacts(0, 0, 0, 0, 0, DiskState.OK);
        return new Status(nanos, DeviceState.IDLE, Losses.NONE, spool, Optional.empty(), Optional.empty());
    }

    @Test
    void keepsTheNewestOfWhatIsOnlyLookedAt() {
        for (int block = 0; block < 1_000; block++) {
            outgoing.add(new Preview(0, block, 1, new int[] {block}));
        }

        assertThat(((Preview) outgoing.nextShown()).firstSample()).isEqualTo(1_000 - 64);
        int more = 0;
        while (outgoing.nextShown() != null) {
            more++;
        }
        assertThat(more).isEqualTo(63);
    }

    @Test
    void ofHeartbeatsOnlyTheNewestIsWorthSending() {
        outgoing.add(heartbeat(1));
        outgoing.add(heartbeat(2));

        assertThat(outgoing.nextShown()).isEqualTo(heartbeat(2));
        assertThat(outgoing.nextShown()).isNull();
        assertThat(outgoing.nextWord()).isNull();
    }

    @Test
    void keepsWordsInOrderAndBounded() {
        var first = new CommandDone(UUID.randomUUID(), Optional.empty());
        outgoing.add(first);
        for (int i = 0; i < 10_000; i++) {
            outgoing.add(new CommandDone(UUID.randomUUID(), Optional.empty()));
        }

        assertThat(outgoing.nextWord()).isEqualTo(first);
        int more = 0;
        for (FromAgent word = outgoing.nextWord(); word != null; word = outgoing.nextWord()) {
            more++;
        }
        assertThat(more).isLessThan(256);
    }
}
