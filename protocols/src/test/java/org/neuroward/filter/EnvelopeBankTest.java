package org.neuroward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.FourierPlan;
import org.neuroward.spectrum.FourierTransform;

class EnvelopeBankTest {

    private static final SamplingRate RATE = new SamplingRate(250);
    private static final int SECONDS = 1200;

    @Test
    void aSteadySineGivesItsAmplitude() {
        var bank = new EnvelopeBank(CausalFilter.bandPass(RATE, 2, 8, 12), 0.5, 1);
        double centre = Math.sqrt(8 * 12);
        double[][] sine = new double[1][10_000];
        for (int n = 0; n < sine[0].length; n++) {
            sine[0][n] = 20 * Math.sin(2 * Math.PI * centre * n / 250);
        }
        double[][] envelope = new double[1][10_000];

        bank.apply(sine, envelope);

        // what the average leaves of the ripple at twice the frequency: about 1 / (2 · 2π · 2f · τ) of it
        assertThat(envelope[0][9_999]).isCloseTo(20, within(0.3));
    }

    /** Clinical specification A4: correlation with the ideal envelope of 8–12 Hz data, and lag. */
    @ParameterizedTest
    @CsvSource({"1, 0.05, 0.96, 112", "2, 0.05, 0.97, 164", "2, 0.1, 0.96, 196", "2, 0.25, 0.86, 240"})
    void correlationAndLagAreAsSpecified(int order, double smoothing, double correlation, double lagMilliseconds) {
        double[][] rhythm = alphaAndItsEnvelope(42);
        double[][] signal = {rhythm[0]};
        double[][] envelope = new double[1][signal[0].length];

        new EnvelopeBank(CausalFilter.bandPass(RATE, order, 8, 12), smoothing, 1).apply(signal, envelope);

        double best = 0;
        int lag = 0;
        for (int shift = 0; shift < 100; shift++) {
            double r = correlation(rhythm[1], envelope[0], shift);
            if (r > best) {
                best = r;
                lag = shift;
            }
        }
        // the specification's data are another draw; it gives correlations to two digits
        assertThat(best).isCloseTo(correlation, within(0.03));
        assertThat(lag * 4.0).isCloseTo(lagMilliseconds, within(12.0));
    }

    @Test
    void blocksOfTwentyGiveTheBitsOfTheWhole() {
        CausalFilter filter = CausalFilter.bandPass(RATE, 2, 12, 15);
        double[] alpha = alphaAndItsEnvelope(7)[0];
        double[][] whole = {java.util.Arrays.copyOf(alpha, 2000), new double[2000]};
        double[][] wholeEnvelope = new double[2][2000];
        new EnvelopeBank(filter, 0.05, 2).apply(whole, wholeEnvelope);

        var bank = new EnvelopeBank(filter, 0.05, 2);
        for (int from = 0; from < 2000; from += 20) {
            double[][] block = {java.util.Arrays.copyOfRange(alpha, from, from + 20), new double[20]};
            double[][] envelope = new double[2][20];
            bank.apply(block, envelope);

            assertThat(envelope[0]).isEqualTo(java.util.Arrays.copyOfRange(wholeEnvelope[0], from, from + 20));
            assertThat(block[0]).isEqualTo(java.util.Arrays.copyOfRange(whole[0], from, from + 20));
        }
    }

    @Test
    void aSettledChannelBeginsWithoutTransient() {
        var bank = new EnvelopeBank(CausalFilter.bandPass(RATE, 2, 8, 12), 0.1, 1);
        bank.settle(0, 5000);
        double[][] block = new double[1][50];
        java.util.Arrays.fill(block[0], 5000);
        double[][] envelope = new double[1][50];

        bank.apply(block, envelope);

        assertThat(envelope[0]).containsOnly(new double[] {0}, within(1e-6));
    }

    @Test
    void smoothingWithoutTimeIsRefused() {
        CausalFilter filter = CausalFilter.bandPass(RATE, 2, 8, 12);

        assertThatIllegalArgumentException().isThrownBy(() -> new EnvelopeBank(filter, 0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new EnvelopeBank(filter, Double.NaN, 4));
    }

    /** Noise between 8 and 12 Hz and the magnitude of its analytic signal. */
    private static double[][] alphaAndItsEnvelope(long seed) {
        int samples = SECONDS * 250;
        double[] noise = new Random(seed).doubles(samples).map(x -> x - 0.5).toArray();
        var plan = new FourierPlan(samples);
        FourierTransform transform = plan.newTransform();
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];
        transform.forward(noise, re, im);
        double[] turnedRe = new double[plan.bins()];
        double[] turnedIm = new double[plan.bins()];
        for (int k = 0; k < plan.bins(); k++) {
            double hertz = k * 250.0 / samples;
            boolean inside = hertz >= 8 && hertz <= 12;
            re[k] = inside ? re[k] : 0;
            im[k] = inside ? im[k] : 0;
            turnedRe[k] = im[k];
            turnedIm[k] = -re[k];
        }
        double[] alpha = new double[samples];
        double[] quadrature = new double[samples];
        transform.inverse(re, im, alpha);
        transform.inverse(turnedRe, turnedIm, quadrature);
        double[] envelope = new double[samples];
        for (int n = 0; n < samples; n++) {
            envelope[n] = Math.sqrt(alpha[n] * alpha[n] + quadrature[n] * quadrature[n]);
        }
        return new double[][] {alpha, envelope};
    }

    private static double correlation(double[] ideal, double[] envelope, int shift) {
        int from = 500;
        int count = ideal.length - 1000;
        double meanA = 0;
        double meanB = 0;
        for (int n = from; n < from + count; n++) {
            meanA += ideal[n] / count;
            meanB += envelope[n + shift] / count;
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int n = from; n < from + count; n++) {
            double a = ideal[n] - meanA;
            double b = envelope[n + shift] - meanB;
            ab += a * b;
            aa += a * a;
            bb += b * b;
        }
        return ab / Math.sqrt(aa * bb);
    }
}
