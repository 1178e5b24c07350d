package org.neuroward.agent.device.simulated;

import java.util.Random;

/** Blinks, every few seconds while the eyes are open: a positive wave of a third of a second, largest at the forehead. */
final class Blinks implements Source {

    private static final double WIDTH_RADIANS = 0.45;
    private static final double DURATION_SECONDS = 0.35;
    private static final double SMALLEST_MICROVOLTS = 90;
    private static final double SPREAD_MICROVOLTS = 80;

    private final double[] left;
    private final double[] right;
    private final Random random;
    private final Occurrences occurrences;
    private final int length;
    private int place;
    private double peakMicrovolts;

    Blinks(Scalp scalp, Random random, double hertz) {
        this.left = scalp.seen("Fp1", WIDTH_RADIANS);
        this.right = scalp.seen("Fp2", WIDTH_RADIANS);
        this.random = random;
        this.occurrences = new Occurrences(random, 3, 8, hertz);
        this.length = (int) (DURATION_SECONDS * hertz);
        this.place = length;
    }

    @Override
    public void addTo(double[] microvolts, boolean eyesClosed) {
        if (occurrences.startsNow()) {
            peakMicrovolts = SMALLEST_MICROVOLTS + SPREAD_MICROVOLTS * random.nextDouble();
            place = eyesClosed ? length : 0;
        }
        if (place < length) {
            double wave = peakMicrovolts * (1 - StrictMath.cos(2 * StrictMath.PI * place / length)) / 2;
            for (int electrode = 0; electrode < microvolts.length; electrode++) {
                microvolts[electrode] += wave * Math.max(left[electrode], right[electrode]);
            }
            place++;
        }
    }
}
