package org.neuroward.agent.device.simulated;

import java.util.Random;

/** The posterior rhythm: a generator on each side and a common one, strong with closed eyes, weak with open ones. */
final class Alpha implements Source {

    private static final String[] PLACES = {"O1", "O2", "Pz"};
    private static final double[] SHARES = {0.7, 0.7, 0.6};
    private static final double WIDTH_RADIANS = 0.75;
    private static final double BANDWIDTH_HERTZ = 1.0;
    private static final double CLOSED_MICROVOLTS = 14;
    private static final double OPEN_MICROVOLTS = 2.5;
    private static final double CHANGE_SECONDS = 0.5;

    private final double[][] seen = new double[PLACES.length][];
    private final Rhythm[] rhythms = new Rhythm[PLACES.length];
    private final double approach;
    private double amplitudeMicrovolts = OPEN_MICROVOLTS;

    Alpha(Scalp scalp, Random random, double hertz) {
        double peakHertz = 9.4 + 1.4 * random.nextDouble();
        for (int i = 0; i < PLACES.length; i++) {
            seen[i] = scalp.seen(PLACES[i], WIDTH_RADIANS);
            rhythms[i] = new Rhythm(new Random(random.nextLong()), peakHertz, BANDWIDTH_HERTZ, hertz);
        }
        approach = 1 - StrictMath.exp(-1 / (CHANGE_SECONDS * hertz));
    }

    @Override
    public void addTo(double[] microvolts, boolean eyesClosed) {
        double wanted = eyesClosed ? CLOSED_MICROVOLTS : OPEN_MICROVOLTS;
        amplitudeMicrovolts += approach * (wanted - amplitudeMicrovolts);
        for (int i = 0; i < rhythms.length; i++) {
            double value = amplitudeMicrovolts * SHARES[i] * rhythms[i].next();
            for (int electrode = 0; electrode < microvolts.length; electrode++) {
                microvolts[electrode] += value * seen[i][electrode];
            }
        }
    }
}
