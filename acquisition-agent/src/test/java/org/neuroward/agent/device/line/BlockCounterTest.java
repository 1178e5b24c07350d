package org.neuroward.agent.device.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.neuroward.agent.device.line.BlockCounter.Step.Follows;
import org.neuroward.agent.device.line.BlockCounter.Step.Late;
import org.neuroward.agent.device.line.BlockCounter.Step.Repeated;
import org.neuroward.agent.device.line.BlockCounter.Step.Restarted;
import org.neuroward.agent.device.line.BlockCounter.Step.Skipped;

class BlockCounterTest {

    @Test
    void countsWhatIsMissingOverTheWrap() {
        var counter = new BlockCounter(1L << 32);

        assertThat(counter.next(0xFFFF_FFFEL)).isEqualTo(new Follows());
        assertThat(counter.next(0xFFFF_FFFFL)).isEqualTo(new Follows());
        assertThat(counter.next(0)).isEqualTo(new Follows());
        assertThat(counter.next(3)).isEqualTo(new Skipped(2));
        assertThat(new BlockCounter(256)).satisfies(small -> {
            small.next(250);
            assertThat(small.next(4)).isEqualTo(new Skipped(9));
        });
    }

    @Test
    void tellsARepeatedBlockFromALateOne() {
        var counter = new BlockCounter(256);
        counter.next(254);
        counter.next(255);
        counter.next(2);

        assertThat(counter.next(2)).isEqualTo(new Repeated());
        assertThat(counter.next(255)).isEqualTo(new Repeated());
        assertThat(counter.next(0)).isEqualTo(new Late());
        assertThat(counter.next(3)).isEqualTo(new Follows());
    }

    @Test
    void aFarStepBackIsANewCount() {
        var counter = new BlockCounter(1L << 32);
        counter.next(100_000);

        assertThat(counter.next(1)).isEqualTo(new Restarted());
        assertThat(counter.next(2)).isEqualTo(new Follows());
    }

    @Test
    void aNearStepBackIsANewCountOnceItGoesOn() {
        var counter = new BlockCounter(1L << 32);
        counter.next(40);

        for (int block = 1; block < 25; block++) {
            assertThat(counter.next(block)).isEqualTo(new Late());
        }
        assertThat(counter.next(25)).isEqualTo(new Restarted());
        assertThat(counter.next(26)).isEqualTo(new Follows());
    }
}
