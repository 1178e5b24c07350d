package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.simulated.SimulatedAmplifier;
import org.neuroward.agent.uplink.LinkState.ActionNeeded;
import org.neuroward.agent.uplink.LinkState.Online;
import org.neuroward.agent.uplink.LinkState.Reason;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.FromServer.Prepare;
import org.neuroward.wire.FromServer.Refused;
import org.neuroward.wire.FromServer.Sealed;
import org.neuroward.wire.FromServer.Start;
import org.neuroward.wire.FromServer.Stop;
import org.neuroward.wire.RecordingLog;
import org.neuroward.wire.RefusalCode;

class AgentAndServerTest {

    private static final List<PlannedBlock> PLAN = List.of(new PlannedBlock("Eyes closed", 60));

    @TempDir
    Path folder;

    @Test
    void saysWhoItIsAndThatItIsSimulated() throws Exception {
        try (var server = new StoringServer();
                var agent = Bedsides.start(server, folder, simulated())) {
            Bedsides.prepareAndStart(server, PLAN);
            server.await("a description", () -> !server.recordings().isEmpty());

            assertThat(server.hellos().getFirst().agentId()).isEqualTo("bed-1");
            assertThat(server.hellos().getFirst().simulated()).isTrue();
            assertThat(server.hellos().getFirst().channels()).hasSize(19);
            assertThat(server.previews()).isNotEmpty();
            Description description =
                    (Description) server.frames(recording(server)).getFirst().content();
            assertThat(description.sessionId()).isEqualTo(Bedsides.SESSION);
            assertThat(description.source()).contains("simulated");
            assertThat(description.simulated()).isTrue();
            assertThat(recording(server).version()).isEqualTo(7);
        }
    }

    @Test
    void aCommandThatComesTwiceIsCarriedOutOnce() throws Exception {
        try (var server = new StoringServer();
                var agent = Bedsides.start(server, folder, simulated())) {
            server.await("the agent's state", () -> !server.states().isEmpty());
            server.say(new Prepare(UUID.randomUUID(), Bedsides.SESSION));
            var start = new Start(UUID.randomUUID(), Bedsides.SESSION, PLAN);
            server.say(start);
            server.say(start);
            server.say(new Start(UUID.randomUUID(), Bedsides.SESSION, PLAN));
            server.await("four answers", () -> server.done().size() == 4);

            assertThat(server.done().subList(1, 3)).containsOnly(new CommandDone(start.commandId(), Optional.empty()));
            assertThat(server.done().getLast().refusal()).contains(CommandRefusal.BUSY);
            assertThat(RecordingLog.list(folder)).hasSize(1);
        }
    }

    @Test
    void keepsARecordingUntilTheServerHasSealedIt() throws Exception {
        try (var server = new StoringServer();
                var agent = Bedsides.start(server, folder, simulated())) {
            Bedsides.prepareAndStart(server, PLAN);
            server.say(new Stop(UUID.randomUUID()));
            server.await("the end", () -> !server.recordings().isEmpty() && server.ended(recording(server)));
            server.await("idle", () -> server.states().getLast().state() == AgentState.IDLE);

            assertThat(RecordingLog.list(folder)).containsExactly(recording(server));
            End end = (End) server.frames(recording(server)).getLast().content();
            assertThat(end.reason()).isEqualTo(EndReason.STOPPED);
            assertThat(end.samplesOfStreams().getFirst() % 250).isZero();

            server.say(new Sealed(recording(server), "0".repeat(64)));
            Path sealed = folder.resolve(recording(server).toString()).resolve("sealed");
            server.await("the mark that it is sealed", () -> Files.exists(sealed));
            assertThat(RecordingLog.list(folder)).containsExactly(recording(server));
        }
    }

    @Test
    void recordsOnWhileTheServerIsAwayAndEvenWhenItRefusesTheAgent() throws Exception {
        try (var server = new StoringServer();
                var agent = Bedsides.start(server, folder, simulated())) {
            Bedsides.prepareAndStart(server, PLAN);
            server.await("frames", () -> !server.recordings().isEmpty());
            server.refuse(new Refused(RefusalCode.UNKNOWN_AGENT, "forgotten"));
            server.cut();
            int hellos = server.hellos().size();
            server.await("refused twice", () -> server.hellos().size() >= hellos + 2);
            assertThat(agent.desk().status().link()).isEqualTo(new ActionNeeded(Reason.UNKNOWN_AGENT));

            server.refuse(null);
            int before = server.frames(recording(server)).size();
            server.await("more frames", () -> server.frames(recording(server)).size() > before + 20);
            server.await("online", () -> agent.desk().status().link() instanceof Online);

            assertThat(server.faults()).isEmpty();
        }
    }

    private static UUID recording(StoringServer server) {
        return server.recordings().getFirst();
    }

    private static SimulatedAmplifier simulated() {
        return new SimulatedAmplifier(7, new Pace(HostClock.system(), 10));
    }
}
