package org.neuroward.agent.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.neuroward.signal.Annotation;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.Impedance;

/** Keeps all that an amplifier delivers, in order, and fails when it breaks the rules of numbering. Safe for threads. */
public final class Delivered implements SampleSink {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** Samples known missing. */
    public record Hole(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<SampleBlock> blocks = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private final List<DeviceState> states = new ArrayList<>();
    private final List<Impedance> impedances = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Long> counters = new ArrayList<>();
    private final java.util.Map<Integer, Long> next = new java.util.HashMap<>();
    private final int[] tally = new int[3];
    private boolean ended;

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T look(java.util.function.Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    private void advance(int stream, long firstSample, int count) {
        long expected = next.getOrDefault(stream, 0L);
        if (firstSample != expected || count <= 0) {
            faults.add("stream " + stream + " expected " + expected + ", got " + firstSample + " x " + count);
        }
        next.put(stream, firstSample + count);
    }

    @Override
    public void counter(long deviceSample) {
        change(() -> counters.add(deviceSample));
    }

    @Override
    public void block(SampleBlock block) {
        change(() -> {
            advance(block.stream(), block.firstSample(), block.sampleCount());
            blocks.add(block);
        });
    }

    @Override
    public void gap(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos) {
        change(() -> {
            advance(stream, firstSample, sampleCount);
            holes.add(new Hole(stream, firstSample, sampleCount, missing, deviceNanos));
        });
    }

    @Override
    public void tally(int repeated, int late, int damaged) {
        change(() -> {
            tally[0] += repeated;
            tally[1] += late;
            tally[2] += damaged;
        });
    }

    @Override
    public void state(DeviceState state) {
        change(() -> states.add(state));
    }

    @Override
    public void impedances(List<Impedance> measured) {
        change(() -> impedances.addAll(measured));
    }

    @Override
    public void annotation(Annotation annotation) {
        change(() -> annotations.add(annotation));
    }

    @Override
    public void ended() {
        change(() -> ended = true);
    }

    @Override
    public void failed(String reason) {
        change(() -> failures.add(reason));
    }

    /** Waits until it is so, at most 20 s. */
    public void await(String what, Predicate<Delivered> until) {
        lock.lock();
        try {
            BooleanSupplier so = () -> until.test(this);
            long left = LONGEST_WAIT.toNanos();
            while (!so.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("did not come: " + what + "; " + this);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }

    public void awaitSamples(long samples) {
        await(samples + " samples", delivered -> delivered.position(0) >= samples);
    }

    public void awaitState(DeviceState state) {
        await("state " + state, delivered -> !delivered.states.isEmpty() && delivered.states.getLast() == state);
    }

    /** Index of the next sample of a stream. */
    public long position(int stream) {
        return look(() -> next.getOrDefault(stream, 0L));
    }

    public List<SampleBlock> blocks() {
        return look(() -> List.copyOf(blocks));
    }

    /** All counts of a stream in order, sample-major, without the holes. */
    public int[] counts(int stream) {
        return blocks().stream()
                .filter(block -> block.stream() == stream)
                .flatMapToInt(block -> java.util.Arrays.stream(block.counts()))
                .toArray();
    }

    public List<Hole> holes() {
        return look(() -> List.copyOf(holes));
    }

    public List<Annotation> annotations() {
        return look(() -> List.copyOf(annotations));
    }

    public List<DeviceState> states() {
        return look(() -> List.copyOf(states));
    }

    public List<Impedance> impedances() {
        return look(() -> List.copyOf(impedances));
    }

    public List<String> failures() {
        return look(() -> List.copyOf(failures));
    }

    /** What broke the rule that samples are numbered without holes; empty when all is well. */
    public List<String> faults() {
        return look(() -> List.copyOf(faults));
    }

    public List<Long> counters() {
        return look(() -> List.copyOf(counters));
    }

    /** Repeated, late, damaged. */
    public List<Integer> tally() {
        return look(() -> List.of(tally[0], tally[1], tally[2]));
    }

    public boolean isEnded() {
        return look(() -> ended);
    }

    @Override
    public String toString() {
        return look(() -> "next=" + next + ", holes=" + holes + ", tally=" + java.util.Arrays.toString(tally)
                + ", states=" + states + ", failures=" + failures + ", faults=" + faults + ", annotations="
                + annotations);
    }
}
