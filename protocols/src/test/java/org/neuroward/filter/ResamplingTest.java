package org.neuroward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.ReferenceFile;
import org.neuroward.signal.SamplingRate;

class ResamplingTest {

    private static final int SECONDS = 20;

    @ParameterizedTest
    @CsvSource({
        "250, 128",
        "250, 100",
        "256, 250",
        "500, 128",
        "1000, 100",
        "512, 200",
        "128, 250",
        "100, 256",
        "173.61, 128",
        "250, 249.5"
    })
    void sinesBelowFourTenthsOfTheLowerRateKeepAmplitudeAndPhase(double from, double to) {
        Resampling resampling = resampling(from, to);
        double lower = Math.min(from, to);
        for (double hertz : new double[] {0.5, 0.1 * lower, 0.25 * lower, 0.4 * lower}) {
            double[] resampled = resampling.apply(sine(hertz, from));

            double[] expected = sine(hertz, to, resampled.length);
            assertThat(resampled.length).isEqualTo((int) Math.ceil((int) (SECONDS * from) * to / from));
            int reach = (int) Math.ceil(resampling.reachSeconds() * to) + 1;
            for (int n = reach; n < resampled.length - reach; n++) {
                // -60 dB is one thousandth; the pass band ripples as much as the stop band, and a little more at its
                // edge
                assertThat(resampled[n]).isCloseTo(expected[n], within(1.2e-3));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"250, 128", "250, 100", "500, 128", "1000, 100", "512, 200", "173.61, 128"})
    void whatWouldFoldBackIsSixtyDecibelsDown(double from, double to) {
        Resampling resampling = resampling(from, to);
        int reach = (int) Math.ceil(resampling.reachSeconds() * to) + 1;
        for (double hertz = to / 2; hertz < from / 2; hertz += from / 97) {
            double[] resampled = resampling.apply(sine(hertz, from));

            double[] inner = Arrays.copyOfRange(resampled, reach, resampled.length - reach);
            assertThat(Arrays.stream(inner).map(Math::abs).max().orElseThrow())
                    .as("%s Hz", hertz)
                    .isLessThan(1e-3);
        }
    }

    @Test
    void aConstantStaysWhatItIsUpToTheEnds() {
        double[] constant = new double[777];
        Arrays.fill(constant, 123.25);

        assertThat(resampling(250, 128).apply(constant)).containsOnly(new double[] {123.25}, within(1e-12));
    }

    @Test
    void theLastOfManyHoursLiesAtItsExactTime() {
        // four hours: a ratio kept as 0.5119999 would be off by milliseconds
        int samples = 4 * 3600 * 250;
        double[] ramp = new double[samples];
        for (int n = 0; n < samples; n++) {
            ramp[n] = n / 250.0;
        }

        double[] resampled = resampling(250, 128).apply(ramp);

        assertThat(resampled).hasSize(4 * 3600 * 128);
        for (int n = resampled.length - 1000; n < resampled.length - 100; n++) {
            assertThat(resampled[n]).isCloseTo(n / 128.0, within(1e-4));
        }
    }

    @Test
    void aChannelHasTheSameBitsAloneAndAmongOthers() {
        double[][] channels = {ReferenceFile.walk(5000), ReferenceFile.walk(313), ReferenceFile.walk(1)};
        Resampling resampling = resampling(250, 128);

        double[][] together = resampling.apply(channels);

        for (int c = 0; c < channels.length; c++) {
            assertThat(together[c]).isEqualTo(resampling.apply(channels[c]));
        }
    }

    @Test
    void equalRatesChangeNothing() {
        double[] samples = ReferenceFile.walk(100);

        double[] resampled = resampling(250, 250).apply(samples);

        assertThat(resampled).isEqualTo(samples).isNotSameAs(samples);
    }

    @Test
    void aSampleThatIsNoNumberSpoilsItsReachOnly() {
        double[] samples = ReferenceFile.walk(2500);
        samples[1250] = Double.NaN;
        Resampling resampling = resampling(250, 128);

        double[] resampled = resampling.apply(samples);

        int at = 640;
        int reach = (int) Math.ceil(resampling.reachSeconds() * 128) + 1;
        assertThat(resampled[at]).isNaN();
        assertThat(Arrays.copyOfRange(resampled, 0, at - reach)).doesNotContain(Double.NaN);
        assertThat(Arrays.copyOfRange(resampled, at + reach, resampled.length)).doesNotContain(Double.NaN);
    }

    @Test
    void emptyStaysEmptyAndOneSampleStays() {
        assertThat(resampling(250, 128).apply(new double[0])).isEmpty();
        assertThat(resampling(250, 128).apply(new double[][] {})).isEmpty();
        assertThat(resampling(250, 128).apply(new double[] {5})).hasSize(1);
    }

    @Test
    void ratesWithoutACommonStepAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resampling(250, 100 * Math.PI))
                .withMessageContaining("fromHertz=250");
        assertThatIllegalArgumentException().isThrownBy(() -> resampling(100_000, 0.001));
    }

    private static Resampling resampling(double from, double to) {
        return Resampling.of(new SamplingRate(from), new SamplingRate(to));
    }

    private static double[] sine(double hertz, double rate) {
        return sine(hertz, rate, (int) (SECONDS * rate));
    }

    private static double[] sine(double hertz, double rate, int samples) {
        double[] sine = new double[samples];
        for (int n = 0; n < sine.length; n++) {
            sine[n] = Math.sin(2 * Math.PI * hertz * n / rate);
        }
        return sine;
    }
}
