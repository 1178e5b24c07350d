package org.neuroward.agent;

import java.util.List;
import java.util.Optional;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.operator.Activity;
import org.neuroward.agent.operator.BedStatus;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.uplink.LinkState;
import org.neuroward.agent.uplink.LinkState.ActionNeeded;
import org.neuroward.agent.uplink.LinkState.Reason;
import org.neuroward.wire.Bedside;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromAgent.Status;

/** Puts together what the agent says of itself: to the server, and to the person at the bed. */
final class Reporting {

    private final Identity identity;
    private final Spool spool;
    private final AttachedAmplifier amplifier;
    private final Bed bed;
    private final Clocks clocks;

    Reporting(Identity identity, Spool spool, AttachedAmplifier amplifier, Bed bed, Clocks clocks) {
        this.identity = identity;
        this.spool = spool;
        this.amplifier = amplifier;
        this.bed = bed;
        this.clocks = clocks;
    }

    /** May be asked by any thread. */
    Hello hello() {
        List<SpooledRecording> recordings = spool.recordings().stream()
                .map(recording -> new SpooledRecording(
                        recording.recordingId(),
                        recording.sessionId(),
                        recording.frames(),
                        recording.ended(),
                        recording.description().offline()))
                .toList();
        Optional<AmplifierDescription> device = amplifier.find();
        return new Hello(
                identity.agentId(),
                identity.secret(),
                identity.version(),
                Bedside.WIRE_VERSION,
                amplifier.name(),
                device.map(AmplifierDescription::simulated).orElse(false),
                device.map(AmplifierDescription::channels).orElse(List.of()),
                recordings);
    }

    Status heartbeat(HostClock clock) {
        return new Status(
                clock.nanos(), amplifier.state(), bed.losses(), spool.facts(), clocks.device(), clocks.server());
    }

    /** @param uplink how the connection stands; what is wrong at the bed itself matters more */
    LinkState link(LinkState uplink, Status heartbeat) {
        DiskState disk = heartbeat.spool().disk();
        if (disk == DiskState.FULL || disk == DiskState.READ_ONLY || disk == DiskState.FAILED) {
            return new ActionNeeded(Reason.DISK);
        }
        DeviceState device = heartbeat.device();
        if (bed.recording().isPresent() && (device == DeviceState.SILENT || device == DeviceState.ABSENT)) {
            return new ActionNeeded(Reason.DEVICE);
        }
        if (uplink instanceof ActionNeeded) {
            return uplink;
        }
        return clocks.alarming() ? new ActionNeeded(Reason.CLOCK) : uplink;
    }

    BedStatus status(LinkState link, Status heartbeat) {
        Optional<AmplifierDescription> device = amplifier.find();
        return new BedStatus(
                identity.agentId(),
                identity.version(),
                amplifier.name(),
                device.map(AmplifierDescription::simulated).orElse(false),
                device.map(AmplifierDescription::channels).orElse(List.of()),
                activity(),
                link,
                heartbeat,
                amplifier.measuresImpedance(),
                amplifier.measuringImpedance(),
                bed.impedances());
    }

    private Activity activity() {
        return switch (bed.phase()) {
            case Phase.Idle idle -> new Activity.Idle();
            case Phase.Showing showing -> new Activity.Showing(Optional.empty());
            case Phase.Prepared prepared -> new Activity.Showing(Optional.of(prepared.sessionId()));
            case Phase.Recording recording -> recording(bed.recording().orElseThrow());
            case Phase.Uploading uploading -> new Activity.Uploading(uploading.recordingId());
        };
    }

    private static Activity recording(OngoingRecording ongoing) {
        Recorder recorder = ongoing.recorder();
        return new Activity.Recording(
                ongoing.id(),
                recorder.description().offline(),
                recorder.description().claim(),
                ongoing.plan(),
                recorder.recorded(),
                ongoing.stopping());
    }
}
