package org.neuroward.report.figure;

import java.util.List;
import java.util.Map;

/**
 * One graph of power spectral densities in decibels of 1 µV²/Hz over 1 to 45 Hz.
 *
 * @param left of the plotting area, in pixels
 * @param lowDecibels at the bottom of the plotting area
 */
record SpectrumPlot(
        double left,
        double top,
        double width,
        double height,
        double lowDecibels,
        double highDecibels,
        double textSize) {

    static final double FIRST_HERTZ = 1;
    static final double LAST_HERTZ = 45;

    /** Edges of delta, theta, alpha, beta and gamma (clinical specification B1), for orientation. */
    private static final Map<String, double[]> BANDS = Map.of(
            "δ", new double[] {1, 4},
            "θ", new double[] {4, 8},
            "α", new double[] {8, 13},
            "β", new double[] {13, 30},
            "γ", new double[] {30, 45});

    private static final List<String> ORDER = List.of("δ", "θ", "α", "β", "γ");

    void axes(Svg svg) {
        for (int i = 0; i < ORDER.size(); i++) {
            double[] edges = BANDS.get(ORDER.get(i));
            if (i % 2 == 1) {
                svg.rect(x(edges[0]), top, x(edges[1]) - x(edges[0]), height, Svg.SHADE, "rf-shade");
            }
        }
        for (double decibels = lowDecibels; decibels <= highDecibels; decibels += tickStep()) {
            svg.line(left, y(decibels), left + width, y(decibels), Svg.GRID, 0.5, "rf-grid");
            svg.text(left - 3, y(decibels) + textSize * 0.35, "end", textSize, Svg.FAINT, "rf-faint", minus(decibels));
        }
        for (int hertz = 10; hertz <= 40; hertz += 10) {
            svg.line(x(hertz), top + height, x(hertz), top + height + 2.5, Svg.FAINT, 0.6, "rf-axis");
            svg.text(
                    x(hertz),
                    top + height + 3 + textSize,
                    "middle",
                    textSize,
                    Svg.FAINT,
                    "rf-faint",
                    Integer.toString(hertz));
        }
        svg.path(
                "M" + at(left, top) + "L" + at(left, top + height) + "L" + at(left + width, top + height),
                "none",
                Svg.FAINT,
                0.7,
                "rf-axis");
    }

    void bandNames(Svg svg) {
        for (String name : ORDER) {
            double[] edges = BANDS.get(name);
            svg.text((x(edges[0]) + x(edges[1])) / 2, top - 3, "middle", textSize, Svg.FAINT, "rf-faint", name);
        }
    }

    /** @param densities µV²/Hz from {@code firstHertz} on */
    void line(
            Svg svg, LineStyle style, double firstHertz, double stepHertz, List<Double> densities, double strokeWidth) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < densities.size(); i++) {
            double hertz = firstHertz + i * stepHertz;
            if (hertz >= FIRST_HERTZ && hertz <= LAST_HERTZ && densities.get(i) > 0) {
                path.append(path.isEmpty() ? "M" : "L").append(at(x(hertz), y(decibels(densities.get(i)))));
            }
        }
        if (!path.isEmpty()) {
            style.draw(svg, path.toString(), strokeWidth);
        }
    }

    /** A dotted mark at a peak's frequency. */
    void peak(Svg svg, LineStyle style, double hertz) {
        svg.dashed(
                "M" + at(x(hertz), top) + "L" + at(x(hertz), top + height),
                "1 1.6",
                style.colour(),
                0.9,
                style.cssClass());
    }

    static double decibels(double microvoltsSquaredPerHertz) {
        return 10 * StrictMath.log10(microvoltsSquaredPerHertz);
    }

    private double tickStep() {
        return highDecibels - lowDecibels > 30 || height < 70 ? 20 : 10;
    }

    private double x(double hertz) {
        return left + width * (hertz - FIRST_HERTZ) / (LAST_HERTZ - FIRST_HERTZ);
    }

    private double y(double decibels) {
        double within = Math.min(highDecibels, Math.max(lowDecibels, decibels));
        return top + height * (highDecibels - within) / (highDecibels - lowDecibels);
    }

    private static String at(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    private static String minus(double decibels) {
        return Svg.number(decibels).replace('-', '−');
    }
}
