package org.neuroward.resting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.AlphaFrequency;
import org.neuroward.spectrum.AlphaSearch;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/** Clinical specification I16: the peak of simulated signals within ±0.1 Hz from a ratio of 0.4 on, and none where none is. */
class AlphaFrequencyTest {

    private static final int RATE = 250;
    private static final int SECONDS = 180;

    @ParameterizedTest(name = "{0} Hz, {1} of the background, seed {2}")
    @CsvSource({
        "9.3, 0.4, 1",
        "9.3, 0.4, 2",
        "9.3, 0.4, 3",
        "9.3, 1.0, 4",
        "8.1, 0.6, 5",
        "10.7, 0.6, 6",
        "11.9, 0.8, 7"
    })
    void thePeakOfASimulatedRhythmIsFound(double hertz, double ratio, long seed) {
        AlphaFrequency found = AlphaFrequency.of(IntStream.range(0, 6)
                .mapToObj(c -> spectrum(hertz, ratio, seed, c))
                .toList());

        assertThat(found.peakHertz().orElseThrow()).isCloseTo(hertz, within(0.1));
        assertThat(found.centreOfGravityHertz().orElseThrow()).isCloseTo(hertz, within(0.4));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void aBackgroundWithoutARhythmHasNoPeak(long seed) {
        AlphaFrequency found = AlphaFrequency.of(
                IntStream.range(0, 6).mapToObj(c -> spectrum(10, 0, seed, c)).toList());

        assertThat(found.peakHertz()).isEmpty();
        assertThat(found.centreOfGravityHertz()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void twoChannelsAreTooFew(long seed) {
        AlphaFrequency found = AlphaFrequency.of(
                IntStream.range(0, 2).mapToObj(c -> spectrum(10, 1, seed, c)).toList());

        assertThat(found.peakHertz()).isEmpty();
        assertThat(found.channelsWithPeak()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"3, 5, 11", "5.99, 5, 11", "6, 6, 12", "9.9, 6, 12", "10, 7, 13", "45, 7, 13"})
    void theSearchFollowsTheAge(double years, double low, double high) {
        assertThat(AlphaSearch.forAge(years)).isEqualTo(new AlphaSearch(low, high));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 6.1", "3, 7.6", "5, 8.4", "6, 8.7", "8, 9.1", "10, 9.4", "13, 9.7"})
    void plausibleFrequenciesAreThoseOfTheSpecification(double years, double hertz) {
        assertThat(AlphaSearch.plausibleHertz(years)).isCloseTo(hertz, within(0.06));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void theSlowAlphaOfAYoungChildIsFoundInTheChildsWindowOnly(long seed) {
        var spectra =
                IntStream.range(0, 6).mapToObj(c -> spectrum(6.2, 1, seed, c)).toList();

        assertThat(AlphaFrequency.of(spectra, AlphaSearch.forAge(4)).peakHertz())
                .hasValueCloseTo(6.2, within(0.1));
        // an adult's window may hold a ripple of the smoothing, never the rhythm below it
        assertThat(AlphaFrequency.of(spectra).peakHertz().orElse(7)).isBetween(7.0, 13.0);
    }

    @Test
    void twoRecordingsGiveTheMeanOfWhatWasFound() {
        var before = new AlphaFrequency(OptionalDouble.of(10), OptionalDouble.of(10.4), 5, 6);
        var after = new AlphaFrequency(OptionalDouble.of(9), OptionalDouble.empty(), 3, 6);
        var none = new AlphaFrequency(OptionalDouble.empty(), OptionalDouble.empty(), 1, 6);

        assertThat(AlphaFrequency.meanOf(before, after))
                .isEqualTo(new AlphaFrequency(OptionalDouble.of(9.5), OptionalDouble.of(10.4), 5, 6));
        assertThat(AlphaFrequency.meanOf(none, none).peakHertz()).isEmpty();
    }

    @Test
    void spectraTooShortToBeSmoothedHaveNoPeak() {
        var empty = new PowerSpectrum(0.25, new double[0]);
        var coarse = new PowerSpectrum(10, new double[] {1, 2, 1, 1});
        var none = AlphaFrequency.of(List.of(empty, coarse, coarse));

        assertThat(none.peakHertz()).isEmpty();
        assertThat(none.channels()).isEqualTo(3);
    }

    /** @param ratio standard deviation of the rhythm over that of the pink background */
    private static PowerSpectrum spectrum(double hertz, double ratio, long seed, int channel) {
        double[] background = Noise.pink(RATE * SECONDS, 1000 * seed + channel);
        double[] rhythm = Noise.steadyRhythm(RATE * SECONDS, RATE, hertz, 1000 * seed + 100 + channel);
        double[] signal = new double[background.length];
        for (int n = 0; n < signal.length; n++) {
            signal[n] = 10 * (background[n] + ratio * rhythm[n]);
        }
        int[] epochs =
                IntStream.range(0, SECONDS / 2 - 1).map(k -> 2 * k * RATE).toArray();
        return WelchEstimator.paddedHamming(new SamplingRate(RATE), 4 * RATE).estimate(signal, epochs);
    }
}
