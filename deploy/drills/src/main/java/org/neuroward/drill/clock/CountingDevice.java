package org.neuroward.drill.clock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;

/**
 * A live device whose every sample is its own number, by a crystal that the drill has chosen. It samples on whether anybody
 * reads or not. Started by the agent's thread, driven by the drill's.
 */
final class CountingDevice implements Amplifier {

    static final double NOMINAL_HERTZ = 250;
    static final int BLOCK = 10;
    private static final int BLOCKS_OF_BURST = 13;

    private final double trueHertz;
    private final boolean counts;
    private SampleSink sink;
    private long base;
    private long delivered;
    private long block;
    private int runs;

    /** @param ppm how much faster than nominal it is @param counts it says its own number of a run's first sample */
    CountingDevice(double ppm, boolean counts) {
        this.trueHertz = NOMINAL_HERTZ * (1 + ppm * 1e-6);
        this.counts = counts;
    }

    double trueHertz() {
        return trueHertz;
    }

    @Override
    public String name() {
        return "counting device";
    }

    @Override
    public Optional<AmplifierDescription> find() {
        var channel = new Channel(
                "Count",
                ChannelKind.EEG,
                "uV",
                new SamplingRate(NOMINAL_HERTZ),
                new DigitalRange(-8_388_608, 8_388_607),
                new PhysicalRange(-8_388_608, 8_388_607),
                "",
                "");
        return Optional.of(new AmplifierDescription(name(), true, List.of(channel)));
    }

    @Override
    public Continuity continuity() {
        return Continuity.LIVE;
    }

    @Override
    public synchronized void start(Run run, SampleSink to) {
        sink = to;
        base = block * BLOCK;
        delivered = 0;
        runs++;
        sink.state(DeviceState.STREAMING);
        if (counts) {
            sink.counter(base);
        }
        notifyAll();
    }

    @Override
    public synchronized void stop() {
        sink = null;
    }

    @Override
    public boolean measuresImpedance() {
        return false;
    }

    @Override
    public void measureImpedance(boolean on) {
        throw new UnsupportedOperationException("this device measures no impedance");
    }

    @Override
    public void close() {
        stop();
    }

    synchronized int runs() {
        return runs;
    }

    /** Number of the next sample that will be delivered. */
    synchronized long delivered() {
        return block * BLOCK;
    }

    /** Waits until the agent has started the device for the {@code run}th time. */
    synchronized void awaitRun(int run) throws InterruptedException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (runs < run) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the agent did not start the device again: run " + run);
            }
            wait(20);
        }
    }

    /** When the last sample of the next block is taken, in true time. */
    synchronized long nextBlockNanos() {
        return takenNanos(block);
    }

    /** When the next block leaves a device that collects half a second of them. */
    synchronized long nextBurstNanos() {
        return takenNanos((block / BLOCKS_OF_BURST + 1) * BLOCKS_OF_BURST - 1);
    }

    private long takenNanos(long number) {
        return Math.round((number + 1) * BLOCK / trueHertz * 1e9);
    }

    /** Hands over the next block, as a driver does that numbers what comes. */
    synchronized void deliver() {
        if (sink != null) {
            int[] values = new int[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                values[i] = (int) (block * BLOCK + i);
            }
            long hole = block * BLOCK - base - delivered;
            if (counts && hole > 0) {
                sink.gap(0, delivered, (int) hole, new Missing(GapCause.COUNTER), nanosOf(delivered));
                delivered += hole;
            }
            sink.block(SampleBlock.of(0, delivered, 1, nanosOf(delivered), values));
            delivered += BLOCK;
        }
        block++;
    }

    private static long nanosOf(long sample) {
        return Math.round(sample / NOMINAL_HERTZ * 1e9);
    }

    /** The computer sleeps, and the samples of that time are gone. */
    synchronized void sleepThrough(DrillClock clock, Duration span) {
        clock.suspend(span);
        while (nextBlockNanos() <= clock.trueNanos()) {
            block++;
        }
    }
}
