package org.neuroward.agent.device.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.Instruction;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.Run;

class ResumedSimulationTest {

    private static final int CHANNELS = 19;
    private static final List<Instruction> PLAN =
            List.of(new Instruction("Eyes closed", Duration.ofSeconds(2), Duration.ofSeconds(3)));

    @Test
    void theResumedPatientGivesWhatTheFirstOneWouldHaveGivenByThen() {
        int[] whole = simulate(0, 1500);

        int[] rest = simulate(2_500_000_000L, 800);

        int from = 625 * CHANNELS;
        assertThat(Arrays.copyOf(rest, 800 * CHANNELS))
                .isEqualTo(Arrays.copyOfRange(whole, from, from + 800 * CHANNELS));
    }

    private static int[] simulate(long resumeAtNanos, int samples) {
        var delivered = new Delivered();
        try (var amplifier = new SimulatedAmplifier(7, new Pace(HostClock.system(), 1000))) {
            amplifier.start(new Run.Session(PLAN, resumeAtNanos), delivered);
            delivered.awaitSamples(samples);
        }
        assertThat(delivered.faults()).isEmpty();
        return delivered.counts(0);
    }
}
