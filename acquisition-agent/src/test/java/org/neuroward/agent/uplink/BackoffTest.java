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
            assertThat(backoff.next(false)).isBetween(Duration.ofMillis(stepMillis / 2), Duration.ofMillis(stepMillis));
        }

        backoff.reset();

        assertThat(backoff.next(false)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @Test
    void waitsUpToHalfAMinuteForAPersonAndNotLongerThanTwoSecondsWithoutOne() {
        var backoff = new Backoff(new Random(1));
        for (int attempt = 0; attempt < 20; attempt++) {
            backoff.next(true);
        }

        assertThat(backoff.next(true)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        assertThat(backoff.next(false)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
}
