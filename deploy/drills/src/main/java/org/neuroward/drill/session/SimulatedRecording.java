package org.neuroward.drill.session;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Instruction;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.agent.device.simulated.SimulatedAmplifier;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.Impedance;

/** What a simulated patient gives in one unbroken run, made in this process. */
final class SimulatedRecording implements Recording {

    /** The blocks of {@code resting-eeg/short}: the simulated patient obeys them. */
    private static final List<Instruction> PLAN = List.of(
            new Instruction("Eyes closed", Duration.ZERO, Duration.ofSeconds(90)),
            new Instruction("Eyes open", Duration.ofSeconds(90), Duration.ofSeconds(90)));

    private static final double FAST = 100_000;

    private final List<Channel> channels;
    private final int[] counts;

    private SimulatedRecording(List<Channel> channels, int[] counts) {
        this.channels = channels;
        this.counts = counts;
    }

    static SimulatedRecording of(long seed, long samples) {
        try (var amplifier = new SimulatedAmplifier(seed, new Pace(HostClock.system(), FAST))) {
            List<Channel> channels = amplifier.find().orElseThrow().channels();
            var collector = new Collector(Math.toIntExact(samples * channels.size()));
            amplifier.start(new Run.Session(PLAN, 0), collector);
            collector.full.await();
            return new SimulatedRecording(channels, collector.counts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a simulated patient was repeated: seed=" + seed, e);
        }
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }

    @Override
    public Optional<LocalDateTime> startTime() {
        return Optional.empty();
    }

    @Override
    public List<Annotation> annotations() {
        return List.of();
    }

    @Override
    public long samples(int channel) {
        return counts.length / channels.size();
    }

    @Override
    public List<Gap> gaps(int channel) {
        return List.of();
    }

    @Override
    public void counts(int channel, long firstSample, int[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = counts[Math.toIntExact((firstSample + i) * channels.size() + channel)];
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private static final class Collector implements SampleSink {

        private final int[] counts;
        private final CountDownLatch full = new CountDownLatch(1);
        private int filled;

        private Collector(int size) {
            counts = new int[size];
            if (size == 0) {
                full.countDown();
            }
        }

        @Override
        public void block(SampleBlock block) {
            int more = Math.min(block.sampleCount() * block.channels(), counts.length - filled);
            System.arraycopy(block.counts(), 0, counts, filled, more);
            filled += more;
            if (filled == counts.length) {
                full.countDown();
            }
        }

        @Override
        public void counter(long deviceSample) {
            throw new IllegalStateException("a simulated patient has no counter");
        }

        @Override
        public void gap(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos) {
            throw new IllegalStateException("an unbroken run has no gap: sample=" + firstSample);
        }

        @Override
        public void tally(int repeated, int late, int damaged) {
            throw new IllegalStateException("an unbroken run repeats nothing");
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
        public void failed(String reason) {
            throw new IllegalStateException(reason);
        }
    }
}
