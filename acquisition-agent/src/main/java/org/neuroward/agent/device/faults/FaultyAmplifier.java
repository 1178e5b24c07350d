package org.neuroward.agent.device.faults;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Channel;
import org.neuroward.wire.StreamLayout;

/** An amplifier whose recordings suffer from {@link Faults}. Its name says so; its previews are sound. */
public final class FaultyAmplifier implements Amplifier {

    private final Amplifier amplifier;
    private final Faults faults;
    private final double speed;
    private final Consumer<InjectedGap> log;
    private Optional<Delays> delays = Optional.empty();

    /**
     * @param amplifier closed with this one
     * @param speed seconds of signal to a second of time
     * @param log told of every gap that was made
     */
    public FaultyAmplifier(Amplifier amplifier, Faults faults, double speed, Consumer<InjectedGap> log) {
        this.amplifier = Objects.requireNonNull(amplifier);
        this.faults = Objects.requireNonNull(faults);
        this.speed = speed;
        this.log = Objects.requireNonNull(log);
    }

    @Override
    public String name() {
        return amplifier.name() + ", with injected faults";
    }

    @Override
    public Optional<AmplifierDescription> find() {
        return amplifier.find().map(found -> new AmplifierDescription(name(), found.simulated(), found.channels()));
    }

    @Override
    public Continuity continuity() {
        return amplifier.continuity();
    }

    @Override
    public void start(Run run, SampleSink sink) {
        switch (run) {
            case Run.Preview preview -> amplifier.start(preview, sink);
            case Run.Session session -> amplifier.start(session, faulty(session, sink));
        }
    }

    private FaultySink faulty(Run.Session session, SampleSink sink) {
        List<Channel> channels = amplifier
                .find()
                .orElseThrow(() -> new IllegalStateException("the amplifier was not found yet: " + name()))
                .channels();
        long[] first = StreamLayout.of(channels).streams().stream()
                .mapToLong(stream -> session.firstSample(stream.rate()))
                .toArray();
        var now = new Delays(faults, sink, Duration.ofNanos(session.resumeAtNanos()), speed);
        delays = Optional.of(now);
        return new FaultySink(faults, channels, first, now, log);
    }

    @Override
    public void stop() {
        delays.ifPresent(Delays::stop);
        amplifier.stop();
    }

    @Override
    public boolean measuresImpedance() {
        return amplifier.measuresImpedance();
    }

    @Override
    public void measureImpedance(boolean on) {
        amplifier.measureImpedance(on);
    }

    @Override
    public void close() {
        delays.ifPresent(Delays::stop);
        amplifier.close();
    }
}
