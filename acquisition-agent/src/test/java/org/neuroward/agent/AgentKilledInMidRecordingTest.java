package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.simulated.SimulatedAmplifier;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.FromServer.Sealed;
import org.neuroward.wire.FromServer.Stop;
import org.neuroward.wire.GapCause;

/** A real process, killed at a random instant and started again. */
class AgentKilledInMidRecordingTest {

    private static final long SEED = 4;
    private static final int CHANNELS = 19;

    @TempDir
    Path folder;

    @Test
    void theSameRecordingGoesOnAfterItsRestartAndArrivesWhole() throws Exception {
        UUID recordingId;
        try (var server = new StoringServer()) {
            try (var agent = agent(server, "first.log")) {
                Bedsides.prepareAndStart(server, List.of());
                recordingId = recordingOf(server);
                int frames = 100 + new Random(SEED).nextInt(200);
                server.await("frames", () -> server.frames(recordingId).size() > frames);
                server.cut();
                agent.kill();
            }
            try (var agent = agent(server, "second.log")) {
                int before = server.frames(recordingId).size();
                server.await("more frames", () -> server.frames(recordingId).size() > before + 100);
                server.say(new Stop(UUID.randomUUID()));
                server.await("the end", () -> server.ended(recordingId));
                server.say(new Sealed(recordingId, "0".repeat(64)));
                Path spool = folder.resolve("data").resolve("spool");
                Path sealed = spool.resolve(recordingId.toString()).resolve("sealed");
                server.await("the mark that it is sealed", () -> Files.exists(sealed));

                assertThat(agent.terminate()).isEqualTo(143);
            }

            assertThat(server.faults()).isEmpty();
            End end = (End) server.frames(recordingId).getLast().content();
            assertThat(end.reason()).isEqualTo(EndReason.STOPPED);
            assertThat(end.samplesOfStreams()).containsExactly(samplesOf(server.frames(recordingId)));
            assertThat(server.recordings()).containsExactly(recordingId);
            assertThat(gapsOf(server.frames(recordingId))).containsExactly(new Missing(GapCause.RESTARTED, true));
            assertSimulatedSamples(server.frames(recordingId));
        }
    }

    private AgentProcess agent(StoringServer server, String log) throws Exception {
        return new AgentProcess(
                folder.resolve(log),
                "--server",
                "localhost:" + server.port(),
                "--agent-id",
                "bed-1",
                "--secret",
                "secret",
                "--data",
                folder.resolve("data").toString(),
                "--seed",
                "7",
                "--speed",
                "20",
                "--local-port",
                "0");
    }

    private static UUID recordingOf(StoringServer server) throws InterruptedException {
        server.await("a recording", () -> !server.recordings().isEmpty());
        return server.recordings().getFirst();
    }

    private static long samplesOf(List<Frame> frames) throws Exception {
        long samples = 0;
        for (Frame frame : frames) {
            samples += frame.type() == FrameType.DATA || frame.type() == FrameType.GAP ? frame.sampleCount() : 0;
        }
        return samples;
    }

    private static List<Missing> gapsOf(List<Frame> frames) throws Exception {
        var gaps = new ArrayList<Missing>();
        for (Frame frame : frames) {
            if (frame.content() instanceof Missing missing) {
                gaps.add(missing);
            }
        }
        return gaps;
    }

    /** The simulator of the same seed gives, in this process, the very samples that the killed one had recorded. */
    private static void assertSimulatedSamples(List<Frame> frames) throws Exception {
        int[] expected = simulated((int) samplesOf(frames));
        for (Frame frame : frames) {
            if (frame.content() instanceof Samples samples) {
                int from = (int) frame.firstSample() * CHANNELS;
                assertThat(samples.counts())
                        .isEqualTo(java.util.Arrays.copyOfRange(expected, from, from + samples.size()));
            }
        }
    }

    private static int[] simulated(int samples) {
        var delivered = new Delivered();
        try (var amplifier = new SimulatedAmplifier(7, new Pace(HostClock.system(), 1000))) {
            amplifier.start(new Run.Session(List.of(), 0), delivered);
            delivered.awaitSamples(samples);
        }
        return delivered.counts(0);
    }
}
