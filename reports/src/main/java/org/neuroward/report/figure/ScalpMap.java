package org.neuroward.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.scalp.SphericalSpline;
import org.neuroward.scalp.SplineSettings;
import org.neuroward.scalp.SplineSurface;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.HeadMapPoint;

/** One head from above, nose up, left is left: a field of colour between electrodes, cut at the outline of the head. */
final class ScalpMap {

    static final int FEWEST_ELECTRODES = 8;
    static final int STEPS = 12;

    private static final int GRID = 49;
    private static final double OUTLINE_DEGREES = 100;

    private final double centreX;
    private final double centreY;
    private final double radius;

    ScalpMap(double centreX, double centreY, double radius) {
        this.centreX = centreX;
        this.centreY = centreY;
        this.radius = radius;
    }

    /** Electrodes of those channels whose place on the scalp is known, in the order of the map. */
    static Map<Electrode, Double> placed(Map<String, Double> valueByChannel) {
        Map<Electrode, Double> placed = new java.util.LinkedHashMap<>();
        valueByChannel.forEach((channel, value) -> scalp(channel).ifPresent(at -> placed.put(at, value)));
        return placed;
    }

    private static Optional<Electrode> scalp(String channel) {
        return Electrodes.isScalp(channel) ? Electrodes.find(channel) : Optional.empty();
    }

    /** @param maximum value of the last colour; the first stands for 0 */
    void draw(Svg svg, String clipId, Map<Electrode, Double> values, List<String> leftOut, double maximum) {
        outline(svg);
        double[][] field = field(values);
        double step = 2 * radius / (GRID - 1);
        svg.raw("<clipPath id=\"" + clipId + "\"><circle cx=\"" + Svg.number(centreX) + "\" cy=\"" + Svg.number(centreY)
                + "\" r=\"" + Svg.number(radius) + "\"/></clipPath><g clip-path=\"url(#" + clipId
                + ")\" fill-rule=\"evenodd\">");
        svg.circle(centreX, centreY, radius, colour(0), "none", 0, "");
        for (int i = 1; i < STEPS; i++) {
            String path = Contour.path(field, maximum * i / STEPS, centreX - radius, centreY - radius, step);
            if (!path.isEmpty()) {
                svg.path(path, colour(i), "none", 0, "");
            }
        }
        svg.raw("</g>");
        svg.circle(centreX, centreY, radius, "none", Svg.INK, 1, "rf-line");
        values.keySet().forEach(at -> svg.circle(x(at), y(at), 1.7, "#000000", "#ffffff", 0.7, ""));
        leftOut.forEach(name -> scalp(name).ifPresent(at -> hatched(svg, x(at), y(at))));
    }

    static String colour(int step) {
        return ColourScale.at((step + 0.5) / STEPS);
    }

    private void outline(Svg svg) {
        double nose = radius * 0.16;
        svg.path(
                "M" + point(-nose, -radius * 0.98) + "L" + point(0, -radius - nose) + "L" + point(nose, -radius * 0.98),
                "none",
                Svg.INK,
                1,
                "rf-line");
        for (int side = -1; side <= 1; side += 2) {
            String ear = "M" + point(side * radius * 0.99, -radius * 0.14) + "Q"
                    + point(side * radius * 1.12, -radius * 0.16)
                    + " " + point(side * radius * 1.09, 0) + "Q" + point(side * radius * 1.12, radius * 0.16) + " "
                    + point(side * radius * 0.99, radius * 0.14);
            svg.path(ear, "none", Svg.INK, 1, "rf-line");
        }
    }

    private String point(double dx, double dy) {
        return Svg.number(centreX + dx) + " " + Svg.number(centreY + dy);
    }

    private double[][] field(Map<Electrode, Double> values) {
        List<Electrode> electrodes = new ArrayList<>(values.keySet());
        double[] heights =
                values.values().stream().mapToDouble(Double::doubleValue).toArray();
        // For drawing only: no score is made from an interpolated value.
        SplineSurface surface = SphericalSpline.through(electrodes, SplineSettings.INTERPOLATION)
                .surface(heights);
        double[][] field = new double[GRID][GRID];
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                double right = 2.0 * column / (GRID - 1) - 1;
                double front = 1 - 2.0 * row / (GRID - 1);
                double[] to = direction(right, front);
                field[row][column] = surface.at(to[0], to[1], to[2]);
            }
        }
        return field;
    }

    /** Undoes the azimuthal equidistant projection of {@link Electrode#onHeadMap()}. */
    private static double[] direction(double right, double front) {
        double distance = StrictMath.hypot(right, front);
        // Corners of the grid lie outside the head and are cut away: they only continue the rim.
        double polar = StrictMath.toRadians(Math.min(distance, 1.05) * OUTLINE_DEGREES);
        double across = distance == 0 ? 0 : StrictMath.sin(polar) / distance;
        return new double[] {right * across, front * across, StrictMath.cos(polar)};
    }

    private void hatched(Svg svg, double x, double y) {
        svg.circle(x, y, 4.5, "#ffffff", "#000000", 0.8, "");
        for (double shift = -2; shift <= 2; shift += 2) {
            double along = shift / Math.sqrt(2);
            double half = Math.sqrt((4.5 * 4.5 - shift * shift) / 2);
            svg.line(x + along - half, y + along + half, x + along + half, y + along - half, "#000000", 0.7, "");
        }
    }

    private double x(Electrode at) {
        HeadMapPoint point = at.onHeadMap();
        return centreX + point.x() * radius;
    }

    private double y(Electrode at) {
        HeadMapPoint point = at.onHeadMap();
        return centreY - point.y() * radius;
    }
}
