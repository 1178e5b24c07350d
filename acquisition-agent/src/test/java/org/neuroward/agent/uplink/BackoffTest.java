package org.neuroward.agent.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesFromATenthOfASecondToTwoSecondsAndTakesAtLeastHalf() {
        var backoff = new Backoff(new Random(1));
        for (long stepMillis : new long[] {100, 200, 400, 800, 1600, 2000, 2000, 2000}) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(stepMillis / 2), Duration.ofMillis(stepMillis));
        }

        backoff.reset();

        assertThat(backoff.next()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }
}
