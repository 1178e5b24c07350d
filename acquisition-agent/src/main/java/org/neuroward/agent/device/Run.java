package org.neuroward.agent.device;

import java.util.List;
import org.neuroward.signal.SamplingRate;

/** What an amplifier is started for. */
public sealed interface Run {

    /** To look at the signal; nothing is kept, and a file is played again and again. */
    record Preview() implements Run {}

    /**
     * A recording, or the rest of one.
     *
     * @param instructions what the patient will be asked to do, from the recording's start; only a simulated patient obeys
     *     them
     * @param resumeAtNanos the recording's time at which this run begins, 0 for the whole of it. A file goes on there, a
     *     simulated patient is that much later, a live device goes on where it is. Whatever the run delivers, samples, device
     *     times and remarks, counts from here.
     */
    record Session(List<Instruction> instructions, long resumeAtNanos) implements Run {

        /** A sample that lies a rounded nanosecond before the resumption belongs to it still. */
        private static final double ROUNDING_SAMPLES = 1e-3;

        public Session {
            instructions = List.copyOf(instructions);
            if (resumeAtNanos < 0) {
                throw new IllegalArgumentException("a run begins at 0 or later: resumeAtNanos=" + resumeAtNanos);
            }
        }

        /** The recording's index of this run's sample 0 in a stream of that rate: the first one not before the resumption. */
        public long firstSample(SamplingRate rate) {
            return (long) Math.ceil(resumeAtNanos / 1e9 * rate.hertz() - ROUNDING_SAMPLES);
        }
    }
}
