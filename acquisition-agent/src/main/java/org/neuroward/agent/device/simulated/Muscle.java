package org.neuroward.agent.device.simulated;

import java.util.Random;

/** Bursts of the chewing muscles over one temple, half a second to a second and a half long. */
final class Muscle implements Source {

    private static final double WIDTH_RADIANS = 0.5;
    private static final double SMALLEST_MICROVOLTS = 15;
    private static final double SPREAD_MICROVOLTS = 20;

    private final double[][] seen;
    private final Random random;
    private final Occurrences occurrences;
    private final double hertz;
    private int samplesLeft;
    private int side;
    private double rmsMicrovolts;
    private double before;

    Muscle(Scalp scalp, Random random, double hertz) {
        this.seen = new double[][] {scalp.seen("T7", WIDTH_RADIANS), scalp.seen("T8", WIDTH_RADIANS)};
        this.random = random;
        this.occurrences = new Occurrences(random, 15, 40, hertz);
        this.hertz = hertz;
    }

    @Override
    public void addTo(double[] microvolts, boolean eyesClosed) {
        if (occurrences.startsNow()) {
            samplesLeft = (int) ((0.5 + random.nextDouble()) * hertz);
            side = random.nextInt(2);
            rmsMicrovolts = SMALLEST_MICROVOLTS + SPREAD_MICROVOLTS * random.nextDouble();
        }
        if (samplesLeft > 0) {
            samplesLeft--;
            double now = random.nextGaussian();
            // The difference of white noise has twice its variance, most of it at high frequencies.
            double value = rmsMicrovolts * (now - before) / StrictMath.sqrt(2);
            before = now;
            for (int electrode = 0; electrode < microvolts.length; electrode++) {
                microvolts[electrode] += value * seen[side][electrode];
            }
        }
    }
}
