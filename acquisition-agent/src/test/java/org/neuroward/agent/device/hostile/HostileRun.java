package org.neuroward.agent.device.hostile;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.signal.SeededRandom;

/** Plays connection after connection to a victim. A connection's number and the seed decide every byte of it. */
public final class HostileRun {

    private static final int MOST_FAULTS = 20;

    /** A busy computer makes nothing slower by this clock. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Victim victim;
    private final long seed;
    private final List<String> faults = new ArrayList<>();
    private long frames;
    private long connections;
    private long samples;
    private long longestNanos;
    private volatile long connectionSinceNanos = System.nanoTime();

    public HostileRun(Victim victim, long seed) {
        this.victim = victim;
        this.seed = seed;
    }

    /** Goes on until so many hostile frames were taken. */
    public void run(long wanted) {
        while (frames < wanted && faults.size() < MOST_FAULTS) {
            connect(connections++);
        }
    }

    private void connect(long number) {
        var random = SeededRandom.of(seed, number);
        List<byte[]> sound = victim.soundFrames(random);
        var all = new ByteArrayOutputStream();
        var hostileEnds = new ArrayList<Integer>();
        for (int i = 0; i < sound.size(); i++) {
            // A greeting that is always broken would hide all that lies behind it.
            boolean hostile = random.nextInt(i < victim.greetings() ? 8 : 2) == 0;
            if (hostile) {
                hostileEnds.add(all.size());
            }
            all.writeBytes(hostile ? Mutation.of(sound.get(i), random) : sound.get(i));
        }
        var bytes = new PlayedBytes(all.toByteArray());
        play(number, bytes);
        frames += hostileEnds.stream().filter(start -> start < bytes.consumed()).count();
    }

    private void play(long number, PlayedBytes bytes) {
        var sink = new StrictSink();
        connectionSinceNanos = System.nanoTime();
        long began = THREADS.getCurrentThreadCpuTime();
        try {
            victim.play(bytes, sink);
        } catch (RuntimeException e) {
            faults.add(victim.name() + " seed " + seed + " connection " + number + ": " + e + " at "
                    + e.getStackTrace()[0]);
        }
        longestNanos = Math.max(longestNanos, THREADS.getCurrentThreadCpuTime() - began);
        samples += sink.samples();
    }

    /** How long the present connection has taken; for whoever watches for a hang. */
    public long presentNanos() {
        return System.nanoTime() - connectionSinceNanos;
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    public long frames() {
        return frames;
    }

    public long samples() {
        return samples;
    }

    /** Name, frames, connections, samples, faults and milliseconds of a processor for the longest connection, separated by tabs. */
    String line() {
        return String.join(
                "\t",
                victim.name(),
                Long.toString(frames),
                Long.toString(connections),
                Long.toString(samples),
                Integer.toString(faults.size()),
                Long.toString(longestNanos / 1_000_000));
    }
}
