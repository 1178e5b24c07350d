package org.neuroward.agent;

import java.util.List;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.signal.Annotation;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.Impedance;

/** One thing that an amplifier delivered, on its way to the agent's thread; positions count from the start of the run. */
sealed interface Delivery {

    /** @param hostNanos when it came, by the agent's monotonic clock */
    record Block(SampleBlock samples, long hostNanos) implements Delivery {}

    record Gap(int stream, long firstSample, int sampleCount, Missing missing, FrameTime time) implements Delivery {}

    /** The device's own number of the run's sample 0. */
    record Counter(long deviceSample) implements Delivery {}

    record Tallied(int repeated, int late, int damaged) implements Delivery {}

    record StateOfDevice(DeviceState state) implements Delivery {}

    record Measured(List<Impedance> impedances) implements Delivery {}

    record Remark(Annotation annotation) implements Delivery {}

    record SourceEnded() implements Delivery {}

    record Failure(String reason) implements Delivery {}
}
