package org.neuroward.agent.operator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.neuroward.agent.uplink.LinkState;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.Losses;
import org.neuroward.wire.PatientClaim;
import org.neuroward.wire.SpoolFacts;

/** A bed that is what the test says, and notes what it is asked. */
final class ScriptedDesk implements BedsideDesk {

    static final List<Channel> CHANNELS = List.of(channel("Fp1"), channel("Cz"), channel("O1"));

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    volatile OfflineStart started;
    volatile Optional<DeskRefusal> refusal = Optional.empty();
    volatile Activity activity = new Activity.Idle();
    volatile LinkState link = new LinkState.Buffering(Duration.ofMinutes(12));
    volatile DeviceState device = DeviceState.IDLE;
    volatile Losses losses = Losses.NONE;
    volatile DiskState disk = DiskState.OK;

    static Channel channel(String label) {
        return new Channel(
                label,
                ChannelKind.EEG,
                "uV",
                new SamplingRate(250),
                new DigitalRange(-32768, 32767),
                new PhysicalRange(-3276.8, 3276.7),
                "",
                "");
    }

    static Activity.Recording recording() {
        return new Activity.Recording(
                UUID.fromString("0190f3f0-0000-7000-8000-000000000001"),
                true,
                Optional.of(new PatientClaim("A-17", "P-4", "tech")),
                List.of(
                        new org.neuroward.wire.FromServer.PlannedBlock("Eyes closed", 60),
                        new org.neuroward.wire.FromServer.PlannedBlock("Eyes open", 60)),
                Duration.ofSeconds(75),
                false);
    }

    @Override
    public BedStatus status() {
        var spool = new SpoolFacts(10, 1000, 5_000_000_000L, 108_000_000L, 500_000_000_000L, disk);
        var heartbeat = new FromAgent.Status(1, device, losses, spool, Optional.empty(), Optional.empty());
        return new BedStatus(
                "ward-3 <bed> \"1\"",
                "test",
                "scripted amplifier",
                true,
                CHANNELS,
                activity,
                link,
                heartbeat,
                true,
                false,
                List.of(
                        new Impedance("Cz", OptionalDouble.of(4200), Impedance.State.OK, "test"),
                        new Impedance("O1", OptionalDouble.empty(), Impedance.State.OVER, "test")));
    }

    @Override
    public Optional<DeskRefusal> show(boolean on) {
        return note("show " + on);
    }

    @Override
    public Optional<DeskRefusal> start(OfflineStart start) {
        started = start;
        return note("start");
    }

    @Override
    public Optional<DeskRefusal> mark(String text) {
        return note("mark " + text);
    }

    @Override
    public Optional<DeskRefusal> stop() {
        return note("stop");
    }

    @Override
    public Optional<DeskRefusal> measureImpedance(boolean on) {
        return note("impedance " + on);
    }

    private Optional<DeskRefusal> note(String what) {
        asked.add(what);
        return refusal;
    }
}
