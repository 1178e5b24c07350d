package org.neuroward.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.RecordedStretch;
import org.neuroward.ReferenceFile;
import org.neuroward.signal.SeededRandom;

class AperiodicFitTest {

    @ParameterizedTest
    @CsvSource({"0.8, 1.5", "1.2, 0", "1.8, -2", "0, 0.3", "-0.5, 1"})
    void aSpectrumWithoutPeaksGivesItsExponentAndOffset(double exponent, double offset) {
        AperiodicFit fit = AperiodicFit.of(spectrum(0.5, exponent, offset)).orElseThrow();

        assertThat(fit.exponent()).isCloseTo(exponent, within(1e-9));
        assertThat(fit.offsetLog10()).isCloseTo(offset, within(1e-9));
        assertThat(fit.meanErrorLog10()).isLessThan(1e-9);
        assertThat(fit.widthsResolved()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.8, 1.5", "1.2, 0.3", "1.8, 2"})
    void exponentAndPeaksAreRecoveredFromASpectrumMadeOfThem(double exponent, double offset) {
        PowerSpectrum spectrum = spectrum(0.5, exponent, offset, 10.2, 1.1, 1.2, 21, 0.5, 2);

        AperiodicFit fit = AperiodicFit.of(spectrum).orElseThrow();

        // clinical specification I16: exponent within 0.05
        assertThat(fit.exponent()).isCloseTo(exponent, within(0.05));
        assertThat(fit.offsetLog10()).isCloseTo(offset, within(0.05));
        assertThat(fit.isValid()).isTrue();
        SpectralPeak alpha = fit.findPeak(new Band("alpha", 8, 13)).orElseThrow();
        assertThat(alpha.centreHertz()).isCloseTo(10.2, within(0.02));
        assertThat(alpha.heightLog10()).isCloseTo(1.1, within(0.05));
        assertThat(alpha.widthHertz()).isCloseTo(2.4, within(0.1));
        SpectralPeak beta = fit.findPeak(new Band("beta", 13, 30)).orElseThrow();
        assertThat(beta.centreHertz()).isCloseTo(21, within(0.05));
        assertThat(beta.heightLog10()).isCloseTo(0.5, within(0.05));
        assertThat(fit.aperiodicLog10(1)).isEqualTo(fit.offsetLog10());
    }

    @ParameterizedTest(name = "exponent {0}, seed {1}")
    @CsvSource({"0.8, 1", "0.8, 2", "1.2, 3", "1.2, 4", "1.8, 5", "1.8, 6"})
    void noiseOfManyEpochsDoesNotMoveTheExponent(double exponent, long seed) {
        PowerSpectrum clean = spectrum(0.5, exponent, 1, 10, 1, 1.5);
        var random = new SeededRandom(seed);
        // 120 epochs of half overlap leave a tenth of relative error per bin
        double[] noisy = Arrays.stream(clean.densities())
                .map(density -> density * Math.exp(0.1 * random.nextGaussian()))
                .toArray();

        AperiodicFit fit = AperiodicFit.of(new PowerSpectrum(0.5, noisy)).orElseThrow();

        assertThat(fit.exponent()).isCloseTo(exponent, within(0.08));
        assertThat(fit.isValid()).isTrue();
        // noise may break a broad peak in two
        assertThat(fit.findPeak(new Band("alpha", 8, 13)).orElseThrow().centreHertz())
                .isCloseTo(10, within(0.5));
    }

    @Test
    void aPeakThatIsTooWideOrTooNarrowEndsAtTheLimitOfWidths() {
        AperiodicFit wide = AperiodicFit.of(spectrum(0.5, 1, 0, 20, 1, 6)).orElseThrow();
        AperiodicFit narrow = AperiodicFit.of(spectrum(0.25, 1, 0, 20, 1, 0.3)).orElseThrow();

        assertThat(wide.peaks())
                .allSatisfy(peak -> assertThat(peak.widthHertz()).isBetween(1.0, 8.0));
        assertThat(narrow.peaks()).hasSize(1);
        assertThat(narrow.peaks().getFirst().widthHertz()).isEqualTo(1);
    }

    @Test
    void aPeakAtTheEdgeOfTheRangeIsNone() {
        assertThat(AperiodicFit.of(spectrum(0.5, 1, 0, 2.5, 1, 1)).orElseThrow().findPeak(new Band("edge", 0, 3)))
                .isEmpty();
    }

    @Test
    void noMoreThanSixPeaksAreKept() {
        double[] many = new double[24];
        for (int p = 0; p < 8; p++) {
            many[3 * p] = 5 + 4.4 * p;
            many[3 * p + 1] = 1;
            many[3 * p + 2] = 0.6;
        }

        assertThat(AperiodicFit.of(spectrum(0.5, 1, 0, many)).orElseThrow().peaks())
                .hasSizeLessThanOrEqualTo(6)
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(SpectralPeak::centreHertz));
    }

    @Test
    void stepsAreTooCoarseForTheNarrowestPeakFromTwoThirdsOfAHertzOn() {
        assertThat(AperiodicFit.of(spectrum(0.66, 1, 0)).orElseThrow().widthsResolved())
                .isTrue();
        assertThat(AperiodicFit.of(spectrum(0.67, 1, 0)).orElseThrow().widthsResolved())
                .isFalse();
    }

    @Test
    void whatHasNoSlopeToExplainIsNotValid() {
        double[] level = new double[200];
        Arrays.fill(level, 3);

        AperiodicFit fit = AperiodicFit.of(new PowerSpectrum(0.5, level)).orElseThrow();

        assertThat(fit.exponent()).isCloseTo(0, within(1e-12));
        assertThat(fit.offsetLog10()).isCloseTo(Math.log10(3), within(1e-12));
        assertThat(fit.isValid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aDensityThatHasNoLogarithmGivesNoFit(double bad) {
        double[] density = spectrum(0.5, 1, 0).densities();
        density[40] = bad;

        assertThat(AperiodicFit.of(new PowerSpectrum(0.5, density))).isEmpty();
    }

    @Test
    void tooFewBinsGiveNoFit() {
        assertThat(AperiodicFit.of(spectrum(0.5, 1, 0), 2, 6)).isEmpty();
        assertThat(AperiodicFit.of(new PowerSpectrum(0.5, new double[0]))).isEmpty();
        assertThat(AperiodicFit.of(new PowerSpectrum(5, spectrum(5, 1, 0).densities())))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> AperiodicFit.of(spectrum(0.5, 1, 0), 40, 2));
    }

    static Stream<String> recordings() {
        return StreamSupport.stream(
                        ReferenceFile.read("aperiodic.json").get("recordings").spliterator(), false)
                .map(recording -> recording.get("recording").asText());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void fitsOfRealSpectraAreThoseOfSciPysBoundedLeastSquares(String name) throws IOException {
        JsonNode recording = StreamSupport.stream(
                        ReferenceFile.read("aperiodic.json").get("recordings").spliterator(), false)
                .filter(candidate -> candidate.get("recording").asText().equals(name))
                .findFirst()
                .orElseThrow();
        for (JsonNode expected : recording.get("fits")) {
            RecordedStretch stretch = RecordedStretch.read(
                    name,
                    expected.get("label").asText(),
                    recording.get("fromSeconds").asDouble(),
                    recording.get("seconds").asDouble());
            WelchEstimator welch = WelchEstimator.resting(stretch.rate());
            int[] epochs = stretch.epochs(welch.epochSamples(), welch.epochSamples() / 2);

            AperiodicFit fit = AperiodicFit.of(welch.estimate(stretch.microvolts(), epochs))
                    .orElseThrow();

            assertFit(fit, expected);
        }
    }

    private static void assertFit(AperiodicFit fit, JsonNode expected) {
        String label = expected.get("label").asText();
        // the fixture names the reason of the tolerance
        var close = within(1e-4);
        assertThat(fit.exponent()).as(label).isCloseTo(expected.get("exponent").asDouble(), close);
        assertThat(fit.offsetLog10()).as(label).isCloseTo(expected.get("offset").asDouble(), close);
        assertThat(fit.rSquared()).as(label).isCloseTo(expected.get("rSquared").asDouble(), close);
        assertThat(fit.meanErrorLog10())
                .as(label)
                .isCloseTo(expected.get("meanError").asDouble(), close);
        assertThat(fit.peaks()).as(label).hasSize(expected.get("peaks").size());
        for (int p = 0; p < fit.peaks().size(); p++) {
            double[] peak = ReferenceFile.doubles(expected.get("peaks").get(p));
            assertThat(fit.peaks().get(p).centreHertz()).as(label).isCloseTo(peak[0], close);
            assertThat(fit.peaks().get(p).heightLog10()).as(label).isCloseTo(peak[1], close);
            assertThat(fit.peaks().get(p).widthHertz()).as(label).isCloseTo(peak[2], close);
        }
    }

    /** @param peaks centre, height in log10, standard deviation of each */
    private static PowerSpectrum spectrum(double stepHertz, double exponent, double offset, double... peaks) {
        double[] density = new double[(int) (60 / stepHertz) + 1];
        for (int k = 0; k < density.length; k++) {
            double hertz = k * stepHertz;
            double level = k == 0 ? 0 : offset - exponent * Math.log10(hertz);
            for (int p = 0; p < peaks.length; p += 3) {
                level += peaks[p + 1] * Math.exp(-Math.pow((hertz - peaks[p]) / peaks[p + 2], 2) / 2);
            }
            density[k] = Math.pow(10, level);
        }
        return new PowerSpectrum(stepHertz, density);
    }
}
