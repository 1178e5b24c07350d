package org.neuroward.agent;

import org.neuroward.agent.device.SampleBlock;
import org.neuroward.signal.Annotation;
import org.neuroward.wire.GapCause;

/** One thing that an amplifier delivered, on its way to the agent's thread. */
sealed interface Delivery {

    record Block(SampleBlock samples) implements Delivery {}

    record Gap(int stream, long firstSample, int sampleCount, GapCause cause, long deviceNanos) implements Delivery {}

    record Remark(Annotation annotation) implements Delivery {}

    record SourceEnded() implements Delivery {}

    record Failure(String reason) implements Delivery {}
}
