package org.neuroward.agent.device.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of the drill: whatever a device sends, its driver gives samples, gaps or the connection up. */
@Timeout(60)
class HostileDevicesTest {

    private static final int FRAMES = 25_000;
    private static final long SEED = 20261123;

    static Stream<Victim> victims() {
        return HostileDevices.victims().stream();
    }

    @ParameterizedTest
    @MethodSource("victims")
    void noBytesMakeADriverFail(Victim victim) {
        var run = new HostileRun(victim, SEED);

        run.run(FRAMES);

        assertThat(run.faults()).isEmpty();
        assertThat(run.frames()).isGreaterThanOrEqualTo(FRAMES);
        // Frames that were left alone must have come through, or nothing was tried.
        assertThat(run.samples()).isGreaterThan(FRAMES / 10);
    }
}
