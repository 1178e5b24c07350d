package org.neuroward.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.operator.LiveTrace;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.StreamLayout;

/** The bed's amplifier as the agent's thread sees it: there or not, silent or not. Belongs to that thread. */
final class AttachedAmplifier {

    private static final Duration SHORTEST_SILENCE = Duration.ofMillis(500);
    private static final int SILENT_PERIODS = 25;

    private final Amplifier amplifier;
    private final HostClock clock;
    private final Clocks clocks;
    private final LiveTrace trace;
    private final Consumer<Runnable> inbox;
    private DeviceSink sink;
    private Duration patience = SHORTEST_SILENCE;
    private DeviceState told = DeviceState.SILENT;
    private long heardNanos;
    private boolean measuring;

    /** @param inbox carries steps to the agent's thread */
    AttachedAmplifier(Amplifier amplifier, HostClock clock, Clocks clocks, LiveTrace trace, Consumer<Runnable> inbox) {
        this.amplifier = amplifier;
        this.clock = clock;
        this.clocks = clocks;
        this.trace = trace;
        this.inbox = inbox;
    }

    /** What it delivers; empty when it was never reached. */
    Optional<AmplifierDescription> find() {
        return amplifier.find();
    }

    String name() {
        return find().map(AmplifierDescription::name).orElseGet(amplifier::name);
    }

    Continuity continuity() {
        return amplifier.continuity();
    }

    boolean running() {
        return sink != null;
    }

    /**
     * Begins a run; another one that runs is ended.
     *
     * @param target takes what is delivered, on the agent's thread
     */
    void start(Run run, Consumer<Delivery> target) {
        stop();
        AmplifierDescription found = find().orElseThrow();
        StreamLayout layout = StreamLayout.of(found.channels());
        double hertz = layout.streams().getFirst().rate().hertz();
        patience = Duration.ofNanos(Math.max(SHORTEST_SILENCE.toNanos(), (long) (SILENT_PERIODS / hertz * 1e9)));
        heardNanos = clock.nanos();
        told = DeviceState.STREAMING;
        clocks.begin(hertz);
        trace.begin(found.channels());
        boolean live = amplifier.continuity() == Continuity.LIVE;
        sink = new DeviceSink(inbox, delivery -> hear(delivery, target), clock, layout, live);
        amplifier.start(run, sink);
    }

    private void hear(Delivery delivery, Consumer<Delivery> target) {
        if (delivery instanceof Delivery.Block block) {
            heardNanos = clock.nanos();
            told = DeviceState.STREAMING;
            trace.block(block.samples());
            if (block.samples().stream() == 0) {
                clocks.block(block.samples().endSample(), block.hostNanos());
            }
        } else if (delivery instanceof Delivery.Gap gap
                && gap.stream() == 0
                && !gap.missing().exact()) {
            clocks.guessed();
        } else if (delivery instanceof Delivery.StateOfDevice state) {
            told = state.state();
        }
        target.accept(delivery);
    }

    void stop() {
        if (sink != null) {
            sink.close();
            sink = null;
            measureImpedance(false);
        }
        amplifier.stop();
    }

    boolean measuresImpedance() {
        return amplifier.measuresImpedance();
    }

    boolean measuringImpedance() {
        return measuring;
    }

    void measureImpedance(boolean on) {
        if (measuring != on) {
            measuring = on;
            amplifier.measureImpedance(on);
        }
    }

    DeviceState state() {
        if (find().isEmpty()) {
            return DeviceState.ABSENT;
        }
        if (!running()) {
            return DeviceState.IDLE;
        }
        boolean silent = clock.nanos() - heardNanos > patience.toNanos();
        return silent && told == DeviceState.STREAMING ? DeviceState.SILENT : told;
    }

    /** How long it has delivered nothing, while it should. */
    Duration silentFor() {
        return Duration.ofNanos(clock.nanos() - heardNanos);
    }

    /** Stops the amplifier for good. */
    void close() {
        stop();
        amplifier.close();
    }
}
