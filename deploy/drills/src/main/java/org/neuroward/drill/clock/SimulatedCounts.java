package org.neuroward.drill.clock;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Instruction;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.agent.device.simulated.SimulatedAmplifier;
import org.neuroward.signal.Annotation;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.Impedance;

/** The first counts of a simulated patient's session, made in this process. */
final class SimulatedCounts implements SampleSink {

    private static final double FAST = 100_000;

    private final int[] counts;
    private final CountDownLatch full = new CountDownLatch(1);
    private int filled;

    private SimulatedCounts(int count) {
        counts = new int[count];
    }

    static int[] of(long seed, List<Instruction> plan, int count) throws InterruptedException {
        var collected = new SimulatedCounts(count);
        try (var amplifier = new SimulatedAmplifier(seed, new Pace(HostClock.system(), FAST))) {
            amplifier.start(new Run.Session(plan, 0), collected);
            if (!collected.full.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the simulated patient gives no samples");
            }
        }
        return collected.counts;
    }

    @Override
    public void block(SampleBlock block) {
        int[] more = block.counts();
        int taken = Math.min(more.length, counts.length - filled);
        System.arraycopy(more, 0, counts, filled, taken);
        filled += taken;
        if (filled == counts.length) {
            full.countDown();
        }
    }

    @Override
    public void gap(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos) {
        throw new IllegalStateException("a simulated patient loses nothing");
    }

    @Override
    public void counter(long deviceSample) {}

    @Override
    public void tally(int repeated, int late, int damaged) {}

    @Override
    public void state(DeviceState state) {}

    @Override
    public void impedances(List<Impedance> impedances) {}

    @Override
    public void annotation(Annotation annotation) {}

    @Override
    public void ended() {}

    @Override
    public void failed(String reason) {
        throw new IllegalStateException(reason);
    }
}
