package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.agent.clock.ServerFit;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.operator.LiveTrace;
import org.neuroward.agent.operator.OfflineStart;
import org.neuroward.agent.uplink.LinkState;
import org.neuroward.agent.uplink.LinkState.ActionNeeded;
import org.neuroward.agent.uplink.LinkState.Reason;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromServer.Prepare;
import org.neuroward.wire.PatientClaim;

/** An amplifier that is not there, or falls silent: the agent stays, says so, and goes on when it is back. */
class UnpluggedAmplifierTest {

    @TempDir
    Path folder;

    private final Scripted amplifier = new Scripted();
    private final List<Delivery> delivered = new ArrayList<>();

    private AttachedAmplifier attached() {
        var clocks = new Clocks(amplifier, new ServerFit(), true);
        return new AttachedAmplifier(amplifier, amplifier, clocks, new LiveTrace(), Runnable::run);
    }

    @Test
    void aSilentDeviceIsKnownAfterHalfASecond() {
        AttachedAmplifier bed = attached();
        assertThat(bed.state()).isEqualTo(DeviceState.IDLE);
        bed.start(new Run.Preview(), delivered::add);
        amplifier.playTenths(5);
        assertThat(bed.state()).isEqualTo(DeviceState.STREAMING);

        amplifier.sleep(Duration.ofMillis(501));
        assertThat(bed.state()).isEqualTo(DeviceState.SILENT);

        amplifier.playTenths(1);
        assertThat(bed.state()).isEqualTo(DeviceState.STREAMING);
    }

    @Test
    void aDeviceSaysItselfThatItIsGone() {
        AttachedAmplifier bed = attached();
        bed.start(new Run.Preview(), delivered::add);
        amplifier.sink.state(DeviceState.ABSENT);

        assertThat(bed.state()).isEqualTo(DeviceState.ABSENT);
        amplifier.playTenths(1);
        assertThat(bed.state()).isEqualTo(DeviceState.STREAMING);
    }

    @Test
    void anAgentWithoutAmplifierGreetsTheServerAndRefusesToPrepare() throws Exception {
        amplifier.there = false;
        try (var server = new StoringServer();
                var agent = Bedsides.start(server, folder.resolve("spool"), amplifier)) {
            server.await("a hello", () -> !server.states().isEmpty());
            var prepare = new Prepare(UUID.randomUUID(), Bedsides.SESSION);
            server.say(prepare);
            server.await("an answer", () -> !server.done().isEmpty());

            assertThat(server.hellos().getFirst().channels()).isEmpty();
            assertThat(server.done())
                    .containsExactly(new CommandDone(prepare.commandId(), Optional.of(CommandRefusal.DEVICE_ABSENT)));
            server.await("a heartbeat", () -> !server.statuses().isEmpty());
            assertThat(server.statuses().getLast().device()).isEqualTo(DeviceState.ABSENT);

            amplifier.there = true;
            server.await("a second hello", () -> server.hellos().size() == 2);
            Hello second = server.hellos().getLast();
            assertThat(second.channels()).hasSize(3);
            server.await("its state", () -> server.states().size() >= 2);
            server.say(new Prepare(UUID.randomUUID(), Bedsides.SESSION));
            server.await("a second answer", () -> server.done().size() == 2);
            assertThat(server.done().getLast().refusal()).isEmpty();
        }
    }

    @Test
    void theServersClockIsKnownFromTheHeartbeats() throws Exception {
        try (var server = new StoringServer();
                var agent = Bedsides.start(server, folder.resolve("spool"), new Scripted())) {
            server.await("a server clock", () -> server.statuses().stream()
                    .anyMatch(status -> status.serverClock().isPresent()));
            var clock = server.statuses().getLast().serverClock().orElseThrow();

            // Both are this computer's wall clock: what is left is the way.
            assertThat(Math.abs(clock.offsetNanos())).isLessThanOrEqualTo(clock.uncertaintyNanos() + 2_000_000);
        }
    }

    @Test
    void aRecordingThatWasBegunAtTheBedSaysSoAndWhoseItIs() throws Exception {
        int port;
        try (var server = new StoringServer()) {
            port = server.port();
        }
        var address = new org.neuroward.agent.uplink.ServerAddress("localhost", port, Optional.empty());
        try (var agent = Bedsides.start(address, folder.resolve("spool"), amplifier)) {
            var claim = new PatientClaim("A-17", "P-4", "tech");
            assertThat(agent.desk().start(new OfflineStart(claim, "resting-eeg/short", List.of())))
                    .isEmpty();

            assertThat(agent.desk().stop()).isEmpty();
            assertThat(agent.desk().status().link()).isInstanceOf(LinkState.Buffering.class);
            var description = (org.neuroward.wire.FrameContent.Description)
                    OneRecording.frames(folder.resolve("spool")).getFirst().content();
            assertThat(description.offline()).isTrue();
            assertThat(description.claim()).contains(claim);
            assertThat(description.procedure()).isEqualTo("resting-eeg/short");
        }
    }

    @Test
    void aRecordingWithASilentDeviceNeedsAPerson() throws Exception {
        var address = new org.neuroward.agent.uplink.ServerAddress("localhost", 1, Optional.empty());
        var silent = new Scripted();
        try (var agent = Bedsides.start(address, folder.resolve("spool"), silent)) {
            agent.desk()
                    .start(new OfflineStart(new PatientClaim("A-17", "P-4", "tech"), "resting-eeg/short", List.of()));
            // The agent's own clock runs in this test; the device has delivered nothing.
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (!agent.desk().status().link().equals(new ActionNeeded(Reason.DEVICE))) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }
}
