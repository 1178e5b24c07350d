package org.neuroward.scalp;

import java.util.List;
import org.neuroward.signal.Electrode;

/** A smooth surface over the head through the values of some electrodes; made by {@link SphericalSpline#surface}. Immutable. */
public final class SplineSurface {

    private final double[][] directions;
    private final SplineSettings settings;
    private final double[] coefficients;

    /** @param coefficients of the electrodes, and the constant */
    SplineSurface(List<Electrode> electrodes, SplineSettings settings, double[] coefficients) {
        this.directions = electrodes.stream()
                .map(electrode -> new double[] {electrode.x(), electrode.y(), electrode.z()})
                .toArray(double[][]::new);
        this.settings = settings;
        this.coefficients = coefficients;
    }

    /**
     * The value in a direction, given as a unit vector.
     *
     * @param x towards the right ear
     * @param y towards the nose
     * @param z towards the vertex
     */
    public double at(double x, double y, double z) {
        double sum = coefficients[directions.length];
        for (int i = 0; i < directions.length; i++) {
            double[] to = directions[i];
            double cosine = x * to[0] + y * to[1] + z * to[2];
            sum += coefficients[i] * SphericalSpline.g(cosine, settings.stiffness(), settings.legendreTerms());
        }
        return sum;
    }
}
