package org.neuroward.agent.device.simulated;

import java.util.List;
import java.util.Random;

/**
 * An EEG of 19 electrodes that looks like a resting adult's: 1/f background, posterior alpha that grows when the eyes close,
 * blinks while they are open, mains, muscle bursts and electrode pops. The seed alone decides every sample. It is made to try
 * the way of a recording with, and shows nobody's brain.
 */
final class SimulatedPatient {

    private final Scalp scalp = new Scalp();
    private final List<Source> sources;

    SimulatedPatient(long seed, double hertz) {
        // A generator for each component: a change to one leaves the others' samples alone.
        var seeds = new Random(seed);
        this.sources = List.of(
                new Background(scalp, new Random(seeds.nextLong()), hertz),
                new Alpha(scalp, new Random(seeds.nextLong()), hertz),
                new Blinks(scalp, new Random(seeds.nextLong()), hertz),
                new Mains(scalp, new Random(seeds.nextLong()), hertz),
                new Muscle(scalp, new Random(seeds.nextLong()), hertz),
                new ElectrodePops(new Random(seeds.nextLong()), hertz));
    }

    /** Writes the next sample of each electrode. */
    void next(boolean eyesClosed, double[] microvolts) {
        java.util.Arrays.fill(microvolts, 0);
        for (Source source : sources) {
            source.addTo(microvolts, eyesClosed);
        }
    }
}
