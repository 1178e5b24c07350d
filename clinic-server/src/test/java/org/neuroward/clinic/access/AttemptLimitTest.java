package org.neuroward.clinic.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final AttemptLimit limit = new AttemptLimit(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void fiveFailuresAMinuteForOneNameAreTheMost() {
        for (int i = 0; i < 5; i++) {
            assertThat(limit.waitFor("chen", "10.0.0." + i)).isEmpty();
            limit.failed("Chen", "10.0.0." + i);
        }

        assertThat(limit.waitFor("CHEN", "10.0.0.9"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61)));
        assertThat(limit.waitFor("wang", "10.0.0.9")).isEmpty();
        now = now.plusSeconds(61);
        assertThat(limit.waitFor("chen", "10.0.0.9")).isEmpty();
    }

    @Test
    void twentyFailuresAMinuteFromOneAddressAreTheMost() {
        for (int i = 0; i < 20; i++) {
            assertThat(limit.waitFor("name-" + i, "10.0.0.1")).isEmpty();
            limit.failed("name-" + i, "10.0.0.1");
        }

        assertThat(limit.waitFor("another", "10.0.0.1")).isPresent();
        assertThat(limit.waitFor("another", "10.0.0.2")).isEmpty();
    }

    @Test
    void whoSucceedsStartsAnew() {
        for (int i = 0; i < 4; i++) {
            limit.failed("chen", "10.0.0.1");
        }
        limit.succeeded("chen");
        limit.failed("chen", "10.0.0.1");

        assertThat(limit.waitFor("chen", "10.0.0.1")).isEmpty();
    }
}
