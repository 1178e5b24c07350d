package org.neuroward.features;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.neuroward.signal.SamplingRate;

/** What every feature is tried on: the channels of the 10-20 system, of as many samples each, in µV; simulated. */
final class TestSignal {

    static final SamplingRate RATE = new SamplingRate(125);
    static final List<String> NAMES = List.of(
            "Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T7", "C3", "Cz", "C4", "T8", "P7", "P3", "Pz", "P4", "P8",
            "O1", "O2", "M1", "M2");

    private static final long SEED = 31;
    private static final int SECONDS = 20;

    private final double[][] microvolts;

    TestSignal(double[][] microvolts) {
        this.microvolts = microvolts;
    }

    /** Twenty seconds of noise with an alpha rhythm that the channels share with a lag; the same on every machine. */
    static TestSignal usual() {
        int samples = SECONDS * (int) RATE.hertz();
        double[][] microvolts = new double[NAMES.size()][samples];
        for (int channel = 0; channel < microvolts.length; channel++) {
            var random = new SplittableRandom(SEED + channel);
            double slow = 0;
            for (int n = 0; n < samples; n++) {
                slow = 0.95 * slow + 3 * (random.nextDouble() - 0.5);
                double seconds = n / RATE.hertz() - 0.003 * channel;
                microvolts[channel][n] =
                        slow + 4 * (random.nextDouble() - 0.5) + 6 * StrictMath.sin(2 * Math.PI * 10.2 * seconds);
            }
        }
        return new TestSignal(microvolts);
    }

    SamplingRate rate() {
        return RATE;
    }

    int channels() {
        return microvolts.length;
    }

    int samples() {
        return microvolts.length == 0 ? 0 : microvolts[0].length;
    }

    List<String> names() {
        return NAMES.subList(0, microvolts.length);
    }

    /** [channel][sample], a copy: some features work in place. */
    double[][] microvolts() {
        return Arrays.stream(microvolts).map(double[]::clone).toArray(double[][]::new);
    }

    /** A copy of the first channel; no samples when there is no channel. */
    double[] one() {
        return microvolts.length == 0 ? new double[0] : microvolts[0].clone();
    }

    /** Where epochs of that length begin, half overlapped; none when the signal is shorter. */
    int[] epochs(int length) {
        return IntStream.iterate(0, first -> first + length <= samples(), first -> first + length / 2)
                .toArray();
    }
}
