package org.neuroward.resting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.AlphaFrequency;
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
