package org.neuroward.agent.device.line;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleSink;

/** A live device with one sampling rate at the end of a line. While no run goes on it is looked for until it was found once. */
public final class ReopenedAmplifier implements Amplifier {

    private final String name;
    private final Supplier<Line> lines;
    private final Supplier<Dialog> dialogs;
    private final HostClock clock;
    private volatile AmplifierDescription found;
    private Reopening work;

    /**
     * @param name shown until the device has said what it is
     * @param lines a new line to the device for every connection
     * @param dialogs a new dialog for every run
     */
    public ReopenedAmplifier(String name, Supplier<Line> lines, Supplier<Dialog> dialogs, HostClock clock) {
        this.name = Objects.requireNonNull(name);
        this.lines = lines;
        this.dialogs = dialogs;
        this.clock = clock;
        search();
    }

    private void search() {
        if (found == null) {
            work = new Reopening(name, lines, dialogs.get(), this::found);
            work.search();
        }
    }

    private void found(AmplifierDescription description) {
        found = description;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<AmplifierDescription> find() {
        return Optional.ofNullable(found);
    }

    @Override
    public Continuity continuity() {
        return Continuity.LIVE;
    }

    @Override
    public void start(Run run, SampleSink sink) {
        AmplifierDescription description = found;
        if (description == null || work != null && work.delivers()) {
            throw new IllegalStateException("not found yet, or running already: " + name);
        }
        stopWork();
        var track = new SampleTrack(
                sink,
                description.channels().getFirst().rate(),
                description.channels().size(),
                clock);
        work = new Reopening(name, lines, dialogs.get(), this::found);
        work.deliver(description, track, sink);
    }

    @Override
    public void stop() {
        boolean delivered = work != null && work.delivers();
        if (delivered) {
            stopWork();
        }
        if (work == null) {
            search();
        }
    }

    private void stopWork() {
        if (work != null) {
            work.stop();
            work = null;
        }
    }

    @Override
    public boolean measuresImpedance() {
        return false;
    }

    @Override
    public void measureImpedance(boolean on) {
        throw new UnsupportedOperationException("this device is not asked for impedances over its line: " + name);
    }

    @Override
    public void close() {
        stopWork();
    }
}
