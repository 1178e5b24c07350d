package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.simulated.SimulatedAmplifier;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromServer.Stop;

/** After an outage the server is shown what comes now, while it stores what came before, in order. */
class NewestFirstTest {

    @TempDir
    Path folder;

    @Test
    void theNewestSamplesTravelBesideTheBacklog() throws Exception {
        try (var server = new StoringServer();
                var agent = Bedsides.start(
                        server, folder.resolve("spool"), new SimulatedAmplifier(7, new Pace(HostClock.system(), 40)))) {
            Bedsides.prepareAndStart(server, List.of());
            server.await("a recording", () -> !server.recordings().isEmpty());
            UUID recordingId = server.recordings().getFirst();
            server.kill();
            int previews = server.previews().size();
            server.slowDown(true);
            server.start();

            server.await("the newest samples", () -> server.previews().stream()
                    .skip(previews)
                    .anyMatch(preview -> preview.firstSample() > stored(server, recordingId) + 1_000));
            Preview ahead = server.previews().getLast();
            server.slowDown(false);
            server.say(new Stop(UUID.randomUUID()));
            server.await("the end", () -> server.ended(recordingId));

            assertThat(server.faults()).isEmpty();
            assertThat(countAt(server, recordingId, ahead.firstSample()))
                    .as("what was shown ahead is what is stored there")
                    .isEqualTo(ahead.counts()[0]);
        }
    }

    private static long stored(StoringServer server, UUID recordingId) {
        return server.frames(recordingId).stream()
                .filter(frame -> frame.type() == FrameType.DATA)
                .mapToLong(frame -> frame.firstSample() + frame.sampleCount())
                .max()
                .orElse(0);
    }

    private static int countAt(StoringServer server, UUID recordingId, long sample) throws Exception {
        for (Frame frame : server.frames(recordingId)) {
            if (frame.type() == FrameType.DATA
                    && frame.firstSample() <= sample
                    && sample < frame.firstSample() + frame.sampleCount()) {
                var samples = (org.neuroward.wire.FrameContent.Samples) frame.content();
                return samples.count((int) (sample - frame.firstSample()) * (samples.size() / frame.sampleCount()));
            }
        }
        throw new AssertionError("nothing is stored at sample " + sample);
    }
}
