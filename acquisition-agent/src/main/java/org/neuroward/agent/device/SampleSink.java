package org.neuroward.agent.device;

import org.neuroward.signal.Annotation;
import org.neuroward.wire.GapCause;

/**
 * Takes what an amplifier delivers, in order of time. Every method may wait until there is room; an amplifier that cannot
 * wait counts what it had to drop and reports it as a gap. Amplifiers are not interrupted while they wait, since that would
 * close files that they read: whoever stops an amplifier first sees to it that its sink does not wait.
 */
public interface SampleSink {

    void block(SampleBlock block);

    /**
     * Samples that are missing.
     *
     * @param deviceNanos the device's clock at the first of them, from the start of the run
     */
    void gap(int stream, long firstSample, int sampleCount, GapCause cause, long deviceNanos);

    /** A remark that the source itself carries. */
    void annotation(Annotation annotation);

    /** The source has no more samples. */
    void ended();

    /**
     * The device delivers no more.
     *
     * @param reason for the log, without patient data
     */
    void failed(String reason);
}
