package org.neuroward.agent.device;

/** A device, or what stands in for one. Its methods are called by one thread, never from inside the sink. */
public interface Amplifier extends AutoCloseable {

    AmplifierDescription describe();

    /**
     * Delivers samples to {@code sink}, from a thread of its own, until {@link #stop}, the end of the source or a failure.
     * Sample 0 of every stream is the first one that this run delivers.
     *
     * @throws IllegalStateException when it already runs
     */
    void start(Run run, SampleSink sink);

    /** Ends the run; when this returns the sink is not called any more. Harmless when nothing runs. */
    void stop();

    @Override
    void close();
}
