package org.neuroward.evoked;

import java.util.OptionalDouble;

/**
 * How late stimuli were shown or sounded after their markers, as a photodiode or a loop back of the sound measured it.
 *
 * @param meanSeconds is taken out of the events
 * @param deviationSeconds standard deviation; empty for a single measurement
 */
public record StimulusTiming(double meanSeconds, OptionalDouble deviationSeconds) {

    /** With more jitter than this no evoked potential is given. */
    public static final double MAX_DEVIATION_SECONDS = 0.003;

    /** @param latencySeconds one for each measured stimulus; at least one, all numbers */
    public static StimulusTiming of(double[] latencySeconds) {
        double mean = 0;
        for (double latency : latencySeconds) {
            mean += latency / latencySeconds.length;
        }
        double squares = 0;
        for (double latency : latencySeconds) {
            squares += (latency - mean) * (latency - mean);
        }
        if (latencySeconds.length == 0 || !(squares < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "stimulus timing needs measured latencies that are numbers: count=" + latencySeconds.length);
        }
        return new StimulusTiming(
                mean,
                latencySeconds.length == 1
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(squares / (latencySeconds.length - 1))));
    }

    /** Whether the jitter was measured and is small enough for evoked potentials. */
    public boolean isAcceptable() {
        return deviationSeconds.isPresent() && deviationSeconds.getAsDouble() <= MAX_DEVIATION_SECONDS;
    }

    /** The events moved to when the stimuli really came. */
    public int[] corrected(int[] eventSamples, org.neuroward.signal.SamplingRate rate) {
        int late = (int) Math.round(meanSeconds * rate.hertz());
        int[] corrected = eventSamples.clone();
        for (int e = 0; e < corrected.length; e++) {
            corrected[e] = Math.addExact(corrected[e], late);
        }
        return corrected;
    }
}
