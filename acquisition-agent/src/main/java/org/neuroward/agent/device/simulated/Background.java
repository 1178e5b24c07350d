package org.neuroward.agent.device.simulated;

import java.util.List;
import java.util.Random;

/** 1/f activity of sources spread over the cortex, which neighbouring electrodes share, and a little of each electrode's own. */
final class Background implements Source {

    private static final List<String> PLACES = List.of("Fz", "F7", "F8", "C3", "C4", "Pz", "T7", "T8", "O1", "O2");
    private static final double WIDTH_RADIANS = 0.7;
    private static final double SHARED_MICROVOLTS = 6;
    private static final double OWN_MICROVOLTS = 1.5;

    private final double[][] seen;
    private final PinkNoise[] shared;
    private final PinkNoise[] own;

    Background(Scalp scalp, Random random, double hertz) {
        seen = PLACES.stream().map(place -> scalp.seen(place, WIDTH_RADIANS)).toArray(double[][]::new);
        shared = noises(seen.length, random, hertz);
        own = noises(scalp.size(), random, hertz);
    }

    private static PinkNoise[] noises(int count, Random random, double hertz) {
        var noises = new PinkNoise[count];
        for (int i = 0; i < count; i++) {
            noises[i] = new PinkNoise(new Random(random.nextLong()), hertz);
        }
        return noises;
    }

    @Override
    public void addTo(double[] microvolts, boolean eyesClosed) {
        for (int source = 0; source < shared.length; source++) {
            double value = SHARED_MICROVOLTS * shared[source].next();
            for (int electrode = 0; electrode < microvolts.length; electrode++) {
                microvolts[electrode] += value * seen[source][electrode];
            }
        }
        for (int electrode = 0; electrode < microvolts.length; electrode++) {
            microvolts[electrode] += OWN_MICROVOLTS * own[electrode].next();
        }
    }
}
