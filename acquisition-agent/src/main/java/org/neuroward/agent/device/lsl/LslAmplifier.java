package org.neuroward.agent.device.lsl;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.OptionalLong;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.lsl.Inlet;
import org.neuroward.lsl.InletListener;
import org.neuroward.lsl.InletSettings;
import org.neuroward.lsl.SampleBatch;
import org.neuroward.lsl.StreamDescription;
import org.neuroward.lsl.TimeCorrection;

/**
 * A stream of Lab Streaming Layer as an amplifier. It is read from the moment it is found, whether a run goes on or not, so that
 * a run starts without delay and a stream that went away is noticed.
 */
public final class LslAmplifier implements Amplifier {

    private static final System.Logger LOG = System.getLogger(LslAmplifier.class.getName());

    private final LslAddress address;
    private final HostClock clock;
    private final InletSettings settings;
    private final Optional<MarkerStream> markers;
    private volatile Found found;
    private volatile SampleRun run;
    private volatile Inlet inlet;
    private volatile boolean closed;
    private boolean warned;

    /** What the stream is. */
    private record Found(AmplifierDescription description, LslChannels channels, OptionalLong modulo) {}

    private LslAmplifier(LslAddress address, HostClock clock) {
        this.address = address;
        this.clock = clock;
        this.settings = InletSettings.of(address.network());
        this.markers = address.markers().map(target -> new MarkerStream(target, settings, this::place));
        this.inlet = Inlet.start(address.signal(), settings, new Listener());
    }

    public static LslAmplifier open(DeviceAddress address, HostClock clock) throws AddressException {
        return open(LslAddress.of(address), clock);
    }

    static LslAmplifier open(LslAddress address, HostClock clock) {
        return new LslAmplifier(address, clock);
    }

    @Override
    public String name() {
        Found stream = found;
        return stream == null ? "LSL" : stream.description().name();
    }

    @Override
    public Optional<AmplifierDescription> find() {
        return Optional.ofNullable(found).map(Found::description);
    }

    @Override
    public Continuity continuity() {
        return Continuity.LIVE;
    }

    @Override
    public void start(Run purpose, SampleSink sink) {
        Found stream = found;
        if (stream == null || run != null) {
            throw new IllegalStateException("not found yet, or running already: " + name());
        }
        run = new SampleRun(sink, stream.channels(), stream.modulo(), clock);
    }

    @Override
    public void stop() {
        SampleRun running = run;
        run = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean measuresImpedance() {
        return false;
    }

    @Override
    public void measureImpedance(boolean on) {
        throw new UnsupportedOperationException("a stream of Lab Streaming Layer is not asked for impedances");
    }

    /** From the stream's clock to ours, as last measured. */
    Optional<TimeCorrection> findCorrection() {
        return inlet.findCorrection();
    }

    @Override
    public void close() {
        closed = true;
        stop();
        markers.ifPresent(MarkerStream::close);
        inlet.close();
    }

    /** Puts a remark of the marker stream where the signal was at our time of it. */
    private void place(double ourSeconds, String text) {
        SampleRun running = run;
        if (running == null) {
            return;
        }
        double correction =
                findCorrection().map(TimeCorrection::correctionSeconds).orElse(0.0);
        running.annotateAt(ourSeconds - correction, text);
    }

    private void describe(StreamDescription stream) {
        Optional<LslChannels> channels = LslChannels.of(stream, address.unit());
        if (channels.isEmpty()) {
            if (!warned) {
                LOG.log(
                        Level.WARNING,
                        "the stream {0} is no signal at a fixed rate",
                        stream.kind().name());
                warned = true;
            }
            return;
        }
        OptionalLong modulo = channels.get().counter().isPresent()
                ? stream.channels().get(channels.get().counter().getAsInt()).modulo()
                : OptionalLong.empty();
        var description = new AmplifierDescription(
                "LSL " + stream.kind().name(), false, channels.get().channels());
        found = new Found(description, channels.get(), modulo);
    }

    private final class Listener implements InletListener {

        @Override
        public void connected(StreamDescription description, boolean newClock) {
            describe(description);
            LOG.log(
                    Level.INFO,
                    "the stream {0} is connected",
                    description.kind().name());
            SampleRun running = run;
            if (running != null) {
                running.connected(newClock);
            }
        }

        @Override
        public void samples(SampleBatch batch) {
            SampleRun running = run;
            if (running != null) {
                running.samples(batch);
            }
        }

        @Override
        public void idle() {
            SampleRun running = run;
            if (running != null) {
                running.idle();
            }
        }

        @Override
        public void disconnected(String reason) {
            LOG.log(Level.INFO, "the stream is lost: {0}", reason);
            SampleRun running = run;
            if (running != null) {
                running.disconnected();
            }
        }

        /** A run cannot go on with other channels; the next one can start with them. */
        @Override
        public void changed(StreamDescription description) {
            describe(description);
            SampleRun running = run;
            if (running != null) {
                running.failed("the stream now has other channels, or another rate");
            }
            if (!closed) {
                inlet = Inlet.start(address.signal(), settings, new Listener());
            }
        }
    }
}
