package org.neuroward.agent.outlet;

import java.util.List;
import java.util.Optional;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Annotation;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.Impedance;

/** An amplifier whose samples other programs get too, after the bed has taken them. */
public final class OfferedAmplifier implements Amplifier {

    private final Amplifier amplifier;
    private final BedOutlet outlet;

    /** Both are closed with this amplifier. */
    public OfferedAmplifier(Amplifier amplifier, BedOutlet outlet) {
        this.amplifier = amplifier;
        this.outlet = outlet;
    }

    @Override
    public String name() {
        return amplifier.name();
    }

    @Override
    public Optional<AmplifierDescription> find() {
        return amplifier.find();
    }

    @Override
    public Continuity continuity() {
        return amplifier.continuity();
    }

    @Override
    public void start(Run run, SampleSink sink) {
        amplifier.find().ifPresent(found -> outlet.begin(found.channels()));
        amplifier.start(run, new Tee(sink));
    }

    @Override
    public void stop() {
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
        amplifier.close();
        outlet.close();
    }

    private final class Tee implements SampleSink {

        private final SampleSink sink;

        private Tee(SampleSink sink) {
            this.sink = sink;
        }

        @Override
        public void counter(long deviceSample) {
            sink.counter(deviceSample);
        }

        @Override
        public void block(SampleBlock block) {
            sink.block(block);
            outlet.block(block);
        }

        @Override
        public void gap(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos) {
            sink.gap(stream, firstSample, sampleCount, missing, deviceNanos);
        }

        @Override
        public void tally(int repeated, int late, int damaged) {
            sink.tally(repeated, late, damaged);
        }

        @Override
        public void state(DeviceState state) {
            sink.state(state);
        }

        @Override
        public void impedances(List<Impedance> impedances) {
            sink.impedances(impedances);
        }

        @Override
        public void annotation(Annotation annotation) {
            sink.annotation(annotation);
        }

        @Override
        public void ended() {
            sink.ended();
        }

        @Override
        public void failed(String reason) {
            sink.failed(reason);
        }
    }
}
