package org.neuroward.agent.device;

import java.util.List;
import org.neuroward.signal.Annotation;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.Impedance;

/**
 * Takes what an amplifier delivers, in order of time, counted from the start of the run. Every method may wait until there is
 * room; an amplifier that cannot wait counts what it had to drop and reports it as a gap. Amplifiers are not interrupted while
 * they wait, since that would close files that they read: whoever stops an amplifier first sees to it that its sink does not
 * wait.
 */
public interface SampleSink {

    /**
     * Says the device's own number of the run's first sample, before that sample comes. Only for devices whose counter goes on
     * while nobody reads them.
     */
    void counter(long deviceSample);

    void block(SampleBlock block);

    /**
     * Samples that are missing.
     *
     * @param deviceNanos the device's clock at the first of them, from the start of the run
     */
    void gap(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos);

    /** Samples, or what carries them, that came twice, too late to be placed, or unreadable: that many more than so far. */
    void tally(int repeated, int late, int damaged);

    /** Whether the device delivers; said when it changes. */
    void state(DeviceState state);

    /** What was measured at the electrodes, those whose value is new. */
    void impedances(List<Impedance> impedances);

    /** A remark that the source itself carries. */
    void annotation(Annotation annotation);

    /** The source has no more samples. */
    void ended();

    /**
     * The device delivers no more, and trying again will not help.
     *
     * @param reason for the log, without patient data
     */
    void failed(String reason);
}
