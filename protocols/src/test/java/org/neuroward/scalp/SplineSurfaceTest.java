package org.neuroward.scalp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;

class SplineSurfaceTest {

    /** Clinical specification I1. */
    @Test
    void gHasTheValuesOfTheSpecification() {
        assertThat(SphericalSpline.g(1, 4, 7)).isCloseTo(0.0152607, within(5e-8));
        assertThat(SphericalSpline.g(0, 4, 7)).isCloseTo(-0.0001519, within(5e-8));
        assertThat(SphericalSpline.g(-1, 4, 7)).isCloseTo(-0.0146370, within(5e-8));
    }

    @Test
    void agreesWithMne() throws IOException {
        JsonNode expected = fixture();
        List<Electrode> electrodes = new ArrayList<>();
        expected.get("electrodes")
                .forEach(name -> electrodes.add(Electrodes.find(name.asText()).orElseThrow()));
        double[] values = new double[electrodes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = expected.get("values").get(i).asDouble();
        }

        SplineSurface surface = SphericalSpline.through(electrodes, SplineSettings.INTERPOLATION)
                .surface(values);

        for (JsonNode point : expected.get("points")) {
            Electrode place = new Electrode(
                    "point", point.get("polar").asDouble(), point.get("azimuth").asDouble());
            assertThat(surface.at(place.x(), place.y(), place.z()))
                    .isCloseTo(
                            point.get("value").asDouble(),
                            within(expected.get("tolerance").asDouble()));
        }
    }

    @Test
    void evenValuesGiveAnEvenField() {
        List<Electrode> electrodes = Electrodes.SCREEN_19.stream()
                .map(name -> Electrodes.find(name).orElseThrow())
                .toList();
        double[] values = new double[19];
        java.util.Arrays.fill(values, 7);

        SplineSurface surface = SphericalSpline.through(electrodes, SplineSettings.INTERPOLATION)
                .surface(values);

        // Seven: the constant term carries all of it; the rest is rounding.
        assertThat(surface.at(0.6, 0, 0.8)).isCloseTo(7, within(1e-9));
    }

    private static JsonNode fixture() throws IOException {
        try (InputStream json = SplineSurfaceTest.class.getResourceAsStream("spherical-spline.json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
