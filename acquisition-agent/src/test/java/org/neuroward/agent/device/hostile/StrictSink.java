package org.neuroward.agent.device.hostile;

import java.util.List;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Annotation;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.Impedance;

/** Holds whoever delivers to the rules of numbering, and keeps nothing. */
final class StrictSink implements SampleSink {

    private long next;
    private long samples;

    private void advance(int stream, long first, int count) {
        if (stream != 0 || first != next || count <= 0) {
            throw new IllegalStateException(
                    "samples are numbered without holes: expected=" + next + ", got=" + first + " x " + count);
        }
        next += count;
    }

    long samples() {
        return samples;
    }

    @Override
    public void counter(long deviceSample) {}

    @Override
    public void block(SampleBlock block) {
        advance(block.stream(), block.firstSample(), block.sampleCount());
        samples += block.sampleCount();
    }

    @Override
    public void gap(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos) {
        advance(stream, firstSample, sampleCount);
    }

    @Override
    public void tally(int repeated, int late, int damaged) {
        if (repeated < 0 || late < 0 || damaged < 0) {
            throw new IllegalStateException("a tally only grows: " + repeated + ", " + late + ", " + damaged);
        }
    }

    @Override
    public void state(DeviceState state) {}

    @Override
    public void impedances(List<Impedance> impedances) {}

    @Override
    public void annotation(Annotation annotation) {}

    @Override
    public void ended() {}

    @Override
    public void failed(String reason) {}
}
