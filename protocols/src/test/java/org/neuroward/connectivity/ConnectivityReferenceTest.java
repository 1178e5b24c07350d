package org.neuroward.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.RecordedMicrovolts;
import org.neuroward.ReferenceFile;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.Band;

/** All measures, bands and pairs of real recordings against {@code connectivity_reference.py} (NumPy). */
class ConnectivityReferenceTest {

    private static final List<Band> BANDS = List.of(
            new Band("delta", 1, 4),
            new Band("theta", 4, 8),
            new Band("alpha", 8, 13),
            new Band("beta", 13, 30),
            new Band("gamma", 30, 45));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void valuesAreThoseOfNumPy(int recording) throws IOException {
        JsonNode reference =
                ReferenceFile.read("connectivity.json").get("recordings").get(recording);
        SamplingRate rate = new SamplingRate(RecordedMicrovolts.rateHertz(reference));
        int epoch = reference.get("epochSamples").asInt();
        CrossSpectrumEstimator estimator = reference.get("taper").asText().equals("periodic")
                ? CrossSpectrumEstimator.hann(rate, epoch)
                : CrossSpectrumEstimator.symmetricHann(rate, epoch);
        int[] first = new int[reference.get("epochs").asInt()];
        Arrays.setAll(first, e -> reference.get("firstSample").asInt() + e * epoch);

        CrossSpectra spectra = estimator.estimate(RecordedMicrovolts.read(reference), first, BANDS);

        for (ConnectivityMeasure measure : ConnectivityMeasure.values()) {
            for (Band band : BANDS) {
                double[] expected = ReferenceFile.doubles(
                        reference.get("values").get(measure.code()).get(band.name()));
                // rounding of the transform only; no difference of phase of these recordings is so near 0 that a sign
                // turns
                assertThat(spectra.band(measure, band).upper())
                        .as(measure + " " + band.name())
                        .containsExactly(expected, within(1e-9));
            }
        }
    }
}
