package org.neuroward.agent.device.simulated;

import java.util.Random;

/** 50 Hz of the mains, of another strength at each electrode. */
final class Mains implements Source {

    private static final double MAINS_HERTZ = 50;
    private static final double SMALLEST_MICROVOLTS = 0.8;
    private static final double SPREAD_MICROVOLTS = 1.6;

    private final double[] peakMicrovolts;
    private final double phaseStep;
    private final double phase;
    private long sample;

    Mains(Scalp scalp, Random random, double hertz) {
        peakMicrovolts = new double[scalp.size()];
        for (int electrode = 0; electrode < peakMicrovolts.length; electrode++) {
            peakMicrovolts[electrode] = SMALLEST_MICROVOLTS + SPREAD_MICROVOLTS * random.nextDouble();
        }
        phaseStep = MAINS_HERTZ / hertz;
        phase = random.nextDouble();
    }

    @Override
    public void addTo(double[] microvolts, boolean eyesClosed) {
        double turns = phase + sample * phaseStep;
        double wave = StrictMath.sin(2 * StrictMath.PI * (turns - Math.floor(turns)));
        for (int electrode = 0; electrode < microvolts.length; electrode++) {
            microvolts[electrode] += peakMicrovolts[electrode] * wave;
        }
        sample++;
    }
}
