package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.faults.Faults;
import org.neuroward.agent.device.faults.FaultyAmplifier;
import org.neuroward.agent.device.faults.InjectedGap;
import org.neuroward.agent.device.simulated.SimulatedAmplifier;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.FromServer.Stop;

class InjectedFaultsAreRecordedTest {

    private static final double SPEED = 50;
    private static final String FAULTS = "drop=0.002,unplug=5s@20s,stall=2s@10s,burst,clock-jump=-3600s@15s,seed=11";

    @TempDir
    Path folder;

    /** What was taken away is what the recording says is missing: same places, same lengths, same causes, and exact. */
    @Test
    void everyInjectedGapIsAGapOfTheRecordingWithItsExactCount() throws Exception {
        List<InjectedGap> injected = Collections.synchronizedList(new ArrayList<>());
        var simulated = new SimulatedAmplifier(7, new Pace(HostClock.system(), SPEED));
        var faulty = new FaultyAmplifier(simulated, Faults.parse(FAULTS), SPEED, injected::add);
        try (var server = new StoringServer();
                var agent = Bedsides.start(server, folder, faulty)) {
            Bedsides.prepareAndStart(server, List.of(new PlannedBlock("Eyes closed", 600)));
            server.await("a minute of signal", () -> !server.recordings().isEmpty() && samples(server) > 60 * 250);
            server.say(new Stop(UUID.randomUUID()));
            server.await("the end", () -> server.ended(recording(server)));

            assertThat(server.faults()).isEmpty();
            List<InjectedGap> recorded = recorded(server);
            assertThat(recorded).hasSizeGreaterThan(10);
            // What was lost after the last recorded sample is in no recording.
            assertThat(injected.subList(0, recorded.size())).isEqualTo(recorded);
            assertThat(injected).noneMatch(gap -> !recorded.contains(gap) && gap.firstSample() < samples(server));
        }
    }

    private static List<InjectedGap> recorded(StoringServer server) throws Exception {
        var recorded = new ArrayList<InjectedGap>();
        for (Frame frame : server.frames(recording(server))) {
            if (frame.content() instanceof Missing missing) {
                assertThat(missing.exact()).isTrue();
                recorded.add(
                        new InjectedGap(frame.stream(), frame.firstSample(), frame.sampleCount(), missing.cause()));
            }
        }
        return recorded;
    }

    private static long samples(StoringServer server) {
        return server.frames(recording(server)).stream()
                .mapToLong(frame -> frame.firstSample() + frame.sampleCount())
                .max()
                .orElse(0);
    }

    private static UUID recording(StoringServer server) {
        return server.recordings().getFirst();
    }
}
