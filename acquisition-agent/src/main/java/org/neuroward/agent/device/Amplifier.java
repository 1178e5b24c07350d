package org.neuroward.agent.device;

import java.util.Optional;

/**
 * A device, or what stands in for one. Its methods are called by one thread, never from inside the sink; none of them waits
 * for the device.
 *
 * <p>A device that went away is looked for again and again, and its run goes on when it is back, with the hole counted. So a
 * run fails only for what no other try can cure.
 */
public interface Amplifier extends AutoCloseable {

    /** What people call it, whether it is there or not; holds no patient data. */
    String name();

    /**
     * What the device delivers, or empty as long as it was never reached. It can change between runs: the device may come
     * back with other channels.
     */
    Optional<AmplifierDescription> find();

    /** What its samples do while nobody reads them. */
    Continuity continuity();

    /**
     * Delivers samples to {@code sink}, from a thread of its own, until {@link #stop}, the end of the source or a failure.
     * Sample 0 of every stream is the first one that this run delivers.
     *
     * @throws IllegalStateException when it already runs, or was not found yet
     */
    void start(Run run, SampleSink sink);

    /** Ends the run; when this returns the sink is not called any more. Harmless when nothing runs. */
    void stop();

    /** True when {@link #measureImpedance} does something. */
    boolean measuresImpedance();

    /**
     * Begins or ends a measurement of impedances, within a run. A test signal is never delivered as samples: while it is on,
     * the samples that it touches are missing, with that cause.
     *
     * @throws UnsupportedOperationException when the device cannot
     */
    void measureImpedance(boolean on);

    @Override
    void close();
}
