package org.neuroward.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RecordingIdsTest {

    /** The example of RFC 9562, appendix A.6: 2022-02-22 14:22:22.00 GMT-05:00, rand_a CC3, rand_b 18C4DC0C0C07398F. */
    @Test
    void isTheExampleOfTheStandard() {
        var random = new RandomGenerator() {
            private int call;

            @Override
            public long nextLong() {
                // The variant takes the upper two bits of the last half, so the random part is shifted above it.
                return call++ == 0 ? 0xCC3L : 0x18C4DC0C0C07398FL << 2;
            }
        };

        var ids = new RecordingIds(InstantSource.fixed(Instant.ofEpochMilli(0x017F22E279B0L)), random);

        assertThat(ids.next()).isEqualTo(UUID.fromString("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"));
    }

    @Test
    void differsEachTimeAndKeepsVersionAndVariant() {
        var ids = new RecordingIds(InstantSource.fixed(Instant.EPOCH), new Random(1));
        var seen = new HashSet<UUID>();
        for (int i = 0; i < 1000; i++) {
            UUID id = ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            seen.add(id);
        }
        assertThat(seen).hasSize(1000);
    }
}
