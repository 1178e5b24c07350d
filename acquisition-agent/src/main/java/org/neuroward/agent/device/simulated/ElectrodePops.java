package org.neuroward.agent.device.simulated;

import java.util.Random;

/** A contact that gives way for a moment: a step at one electrode that dies away in a third of a second. */
final class ElectrodePops implements Source {

    private static final double SMALLEST_MICROVOLTS = 200;
    private static final double SPREAD_MICROVOLTS = 200;
    private static final double DECAY_SECONDS = 0.3;

    private final Random random;
    private final Occurrences occurrences;
    private final double decay;
    private int electrode;
    private double level;

    ElectrodePops(Random random, double hertz) {
        this.random = random;
        this.occurrences = new Occurrences(random, 25, 70, hertz);
        this.decay = StrictMath.exp(-1 / (DECAY_SECONDS * hertz));
    }

    @Override
    public void addTo(double[] microvolts, boolean eyesClosed) {
        if (occurrences.startsNow()) {
            electrode = random.nextInt(microvolts.length);
            level = (SMALLEST_MICROVOLTS + SPREAD_MICROVOLTS * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        }
        microvolts[electrode] += level;
        level *= decay;
    }
}
