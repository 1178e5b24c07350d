package org.neuroward.agent.device.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimulatedPatientTest {

    private static final double HERTZ = 250;
    private static final long SEED = 7;
    private static final Scalp SCALP = new Scalp();

    @Test
    void theSameSeedGivesTheSameSamples() {
        double[][] once = signal(SEED, false, 20);
        double[][] again = signal(SEED, false, 20);
        double[][] other = signal(SEED + 1, false, 20);

        assertThat(again).isDeepEqualTo(once);
        assertThat(other[0]).isNotEqualTo(once[0]);
    }

    @Test
    void posteriorAlphaIsSeveralTimesLargerWithClosedEyes() {
        double[][] open = signal(SEED, false, 120);
        double[][] closed = signal(SEED, true, 120);

        for (String name : new String[] {"O1", "O2", "Pz"}) {
            int electrode = SCALP.indexOf(name);
            assertThat(power(closed[electrode], 8, 13)).isGreaterThan(4 * power(open[electrode], 8, 13));
        }
    }

    @Test
    void alphaIsLargerAtTheBackThanAtTheFront() {
        double[][] closed = signal(SEED, true, 120);

        assertThat(power(closed[SCALP.indexOf("O1")], 8, 13))
                .isGreaterThan(2 * power(closed[SCALP.indexOf("F3")], 8, 13));
    }

    @Test
    void mainsStandOutAtFiftyHertz() {
        double[][] signal = signal(SEED, true, 60);

        for (double[] electrode : signal) {
            double mains = power(electrode, 49.5, 50.5);
            assertThat(mains).isGreaterThan(2 * power(electrode, 47, 48)).isGreaterThan(2 * power(electrode, 52, 53));
        }
    }

    @Test
    void blinksReachTheForeheadOnlyWhileTheEyesAreOpen() {
        int forehead = SCALP.indexOf("Fp1");

        assertThat(largest(new Blinks(SCALP, new Random(SEED), HERTZ), false)[forehead])
                .isBetween(80.0, 180.0);
        assertThat(largest(new Blinks(SCALP, new Random(SEED), HERTZ), true)[forehead])
                .isZero();
        assertThat(largest(new Blinks(SCALP, new Random(SEED), HERTZ), false)[SCALP.indexOf("O1")])
                .isLessThan(1);
    }

    @Test
    void muscleBurstsLieOverTheTemples() {
        double[] largest = largest(new Muscle(SCALP, new Random(SEED), HERTZ), false);

        double temples = Math.max(largest[SCALP.indexOf("T7")], largest[SCALP.indexOf("T8")]);
        assertThat(temples).isGreaterThan(30);
        assertThat(largest[SCALP.indexOf("Cz")]).isLessThan(temples / 10);
    }

    @Test
    void aPopHitsOneElectrodeAtATime() {
        var pops = new ElectrodePops(new Random(SEED), HERTZ);
        double[] microvolts = new double[SCALP.size()];
        for (int sample = 0; sample < 120 * HERTZ; sample++) {
            java.util.Arrays.fill(microvolts, 0);
            pops.addTo(microvolts, false);
            assertThat(java.util.Arrays.stream(microvolts)
                            .filter(value -> Math.abs(value) > 1)
                            .count())
                    .isLessThanOrEqualTo(1);
        }
    }

    /** A sum of first-order processes of equal variance, corners a factor of three apart, falls as 1/f between them. */
    @Test
    void backgroundFallsAsOneOverF() {
        var noise = new PinkNoise(new Random(SEED), HERTZ);
        double[] signal = new double[(int) (400 * HERTZ)];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = noise.next();
        }

        double slope = Math.log(power(signal, 20, 24) / power(signal, 2, 2.4)) / Math.log(10);

        // Bands of equal relative width hold equal power under 1/f. The ripple of six steps and the estimate's own
        // spread
        // (some 160 and 1600 periodogram lines) stay below 0.2 of a decade's exponent.
        assertThat(slope).isCloseTo(0, within(0.2));
    }

    /** An AR(2) process scaled by its own variance formula has variance 1, and its spectrum peaks near the resonance. */
    @Test
    void aRhythmHasUnitVarianceAndPeaksAtItsFrequency() {
        var rhythm = new Rhythm(new Random(SEED), 10, 1, HERTZ);
        double[] signal = new double[(int) (1000 * HERTZ)];
        double sum = 0;
        for (int i = 0; i < signal.length; i++) {
            signal[i] = rhythm.next();
            sum += signal[i] * signal[i];
        }

        // About 3000 independent stretches of a third of a second: the variance's standard error is below 3 %.
        assertThat(sum / signal.length).isCloseTo(1, within(0.1));
        assertThat(power(signal, 9, 11)).isGreaterThan(0.5);
    }

    @Test
    void neighbouringElectrodesShareTheirBackground() {
        var background = new Background(SCALP, new Random(SEED), HERTZ);
        var samples = new ArrayList<double[]>();
        for (int i = 0; i < 60 * HERTZ; i++) {
            double[] microvolts = new double[SCALP.size()];
            background.addTo(microvolts, true);
            samples.add(microvolts);
        }

        assertThat(correlation(samples, "C3", "P3")).isGreaterThan(0.5);
        assertThat(correlation(samples, "C3", "P3")).isGreaterThan(correlation(samples, "F7", "O2") + 0.3);
    }

    private static double[][] signal(long seed, boolean eyesClosed, int seconds) {
        var patient = new SimulatedPatient(seed, HERTZ);
        double[][] signal = new double[SCALP.size()][(int) (seconds * HERTZ)];
        double[] sample = new double[SCALP.size()];
        for (int i = 0; i < signal[0].length; i++) {
            patient.next(eyesClosed, sample);
            for (int electrode = 0; electrode < sample.length; electrode++) {
                signal[electrode][i] = sample[electrode];
            }
        }
        return signal;
    }

    private static double[] largest(Source source, boolean eyesClosed) {
        double[] largest = new double[SCALP.size()];
        double[] sample = new double[SCALP.size()];
        for (int i = 0; i < 120 * HERTZ; i++) {
            java.util.Arrays.fill(sample, 0);
            source.addTo(sample, eyesClosed);
            for (int electrode = 0; electrode < sample.length; electrode++) {
                largest[electrode] = Math.max(largest[electrode], Math.abs(sample[electrode]));
            }
        }
        return largest;
    }

    private static double correlation(Iterable<double[]> samples, String one, String other) {
        int a = SCALP.indexOf(one);
        int b = SCALP.indexOf(other);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (double[] sample : samples) {
            ab += sample[a] * sample[b];
            aa += sample[a] * sample[a];
            bb += sample[b] * sample[b];
        }
        return ab / Math.sqrt(aa * bb);
    }

    /** Power between two frequencies: Goertzel's sums over two-second pieces, half a hertz apart. */
    private static double power(double[] signal, double lowHertz, double highHertz) {
        int length = (int) (2 * HERTZ);
        double power = 0;
        int pieces = signal.length / length;
        for (int line = (int) Math.ceil(lowHertz * 2); line < highHertz * 2; line++) {
            for (int piece = 0; piece < pieces; piece++) {
                power += linePower(signal, piece * length, length, line) / pieces;
            }
        }
        return power;
    }

    private static double linePower(double[] signal, int from, int length, int line) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < length; i++) {
            double phase = 2 * Math.PI * line * i / length;
            cosine += signal[from + i] * Math.cos(phase);
            sine += signal[from + i] * Math.sin(phase);
        }
        return 2 * (cosine * cosine + sine * sine) / ((double) length * length);
    }
}
