package org.neuroward.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuroward.RecordedStretch;
import org.neuroward.ReferenceFile;

/** Spectra of real recordings against those of {@code spectra_reference.py} (SciPy, NumPy, MNE-Python). */
class SpectraReferenceTest {

    private static final double SUMMATION_ORDER = 1e-9;

    static Stream<String> recordings() {
        return IntStream.range(
                        0, ReferenceFile.read("spectra.json").get("recordings").size())
                .mapToObj(i -> recording(i).get("recording").asText());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void welchSpectraAreThoseOfSciPy(String name) throws IOException {
        JsonNode expected = of(name);
        RecordedStretch stretch = stretch(expected);

        assertSpectrum(half(WelchEstimator.resting(stretch.rate()), stretch), expected.get("resting"), SUMMATION_ORDER);
        assertSpectrum(
                half(WelchEstimator.alphaFrequency(stretch.rate()), stretch),
                expected.get("alphaFrequency"),
                SUMMATION_ORDER);
        assertSpectrum(half(WelchEstimator.sleep(stretch.rate()), stretch), expected.get("sleep"), SUMMATION_ORDER);
        int twoSeconds = (int) Math.round(2 * stretch.rate().hertz());
        assertSpectrum(
                half(WelchEstimator.medianHann(stretch.rate(), twoSeconds), stretch),
                expected.get("restingMedian"),
                SUMMATION_ORDER);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void bartlettsSpectrumOfTheNormsIsThatOfSciPy(String name) throws IOException {
        JsonNode expected = of(name);
        org.junit.jupiter.api.Assumptions.assumeTrue(
                expected.has("multinationalNorm"), "skipped: 2.56 s are no whole number of samples in " + name);
        RecordedStretch stretch = stretch(expected);
        WelchEstimator welch = WelchEstimator.multinationalNorm(stretch.rate());

        PowerSpectrum spectrum =
                welch.estimate(stretch.microvolts(), stretch.epochs(welch.epochSamples(), welch.epochSamples()));

        assertThat(spectrum.stepHertz()).isEqualTo(0.390625);
        assertSpectrum(spectrum, expected.get("multinationalNorm"), SUMMATION_ORDER);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void multitaperSpectraAreThoseOfSciPysTapers(String name) throws IOException {
        JsonNode expected = of(name);
        RecordedStretch stretch = stretch(expected);
        Multitaper resting = Multitaper.resting(stretch.rate());

        assertSpectrum(whole(resting, stretch), expected.get("multitaper"), SUMMATION_ORDER);
        assertSpectrum(
                whole(Multitaper.sleep(stretch.rate()), stretch), expected.get("multitaperSleep"), SUMMATION_ORDER);
        // both iterations end when S no longer moves by 1e-12
        assertSpectrum(whole(resting.adaptive(), stretch), expected.get("multitaperAdaptive"), 1e-8);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void multitaperSpectraAreCloseToThoseOfMnePython(String name) throws IOException {
        JsonNode expected = of(name);
        RecordedStretch stretch = stretch(expected);
        Multitaper resting = Multitaper.resting(stretch.rate());

        assertSpectrum(whole(resting, stretch), expected.get("mneMultitaper"), 5e-2);
        assertSpectrum(whole(resting.adaptive(), stretch), expected.get("mneMultitaperAdaptive"), 5e-2);
    }

    private static PowerSpectrum half(WelchEstimator welch, RecordedStretch stretch) {
        int step = welch.epochSamples() - welch.epochSamples() / 2;
        return welch.estimate(stretch.microvolts(), stretch.epochs(welch.epochSamples(), step));
    }

    private static PowerSpectrum whole(Multitaper multitaper, RecordedStretch stretch) {
        int length = multitaper.epochSamples();
        return multitaper.estimate(stretch.microvolts(), stretch.epochs(length, length));
    }

    private static void assertSpectrum(PowerSpectrum spectrum, JsonNode expected, double tolerance) {
        double[] picked = ReferenceFile.doubles(expected.get("density"));
        assertThat(spectrum.stepHertz()).isCloseTo(expected.get("stepHertz").asDouble(), within(1e-12));
        double[] largest = picked.clone();
        java.util.Arrays.sort(largest);
        for (int i = 0; i < picked.length; i++) {
            int bin = i == picked.length - 1 ? spectrum.bins() - 1 : 3 * i;
            // 0 Hz holds what the removed mean left: rounding, compared with the whole
            double allowed = tolerance * Math.max(picked[i], bin == 0 ? largest[largest.length - 1] : 0);
            assertThat(spectrum.density(bin)).as(spectrum.hertz(bin) + " Hz").isCloseTo(picked[i], within(allowed));
        }
    }

    private static RecordedStretch stretch(JsonNode expected) throws IOException {
        RecordedStretch stretch = RecordedStretch.read(
                expected.get("recording").asText(),
                expected.get("label").asText(),
                expected.get("fromSeconds").asDouble(),
                expected.get("seconds").asDouble());
        assertThat(stretch.rate().hertz()).isEqualTo(expected.get("rateHertz").asDouble());
        return stretch;
    }

    private static JsonNode of(String name) {
        return Stream.iterate(0, i -> i + 1)
                .map(SpectraReferenceTest::recording)
                .filter(recording -> recording.get("recording").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode recording(int index) {
        return ReferenceFile.read("spectra.json").get("recordings").get(index);
    }
}
