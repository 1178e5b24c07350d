package org.neuroward.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.report.content.ResultTable;
import org.neuroward.report.wording.Numbers;
import org.neuroward.report.wording.Wording;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.signal.Electrode;

/** Scalp maps of one band: a head for each condition, all on one scale, with its colour bar. */
final class MapFigures {

    private static final int HEAD = 120;
    private static final int RADIUS = 47;
    private static final int BAR = 64;

    private final ResultDocument result;
    private final ResultTable table;
    private final Wording wording;

    MapFigures(ResultDocument result, Wording wording) {
        this.result = result;
        this.table = new ResultTable(result);
        this.wording = wording;
    }

    /** Empty when no condition has enough electrodes with a value and a known place. */
    Optional<Figure> ofBand(String band) {
        Map<String, Map<String, Double>> byCondition = new LinkedHashMap<>();
        for (String condition : table.conditions()) {
            Map<String, Double> values = table.byChannel("band-power." + band + ".absolute", condition);
            if (ScalpMap.placed(values).size() >= ScalpMap.FEWEST_ELECTRODES) {
                byCondition.put(condition, values);
            }
        }
        return byCondition.isEmpty() ? Optional.empty() : Optional.of(draw(band, byCondition));
    }

    private Figure draw(String band, Map<String, Map<String, Double>> byCondition) {
        String id = "figure-map-" + band;
        double maximum = roundedUp(byCondition.values().stream()
                .flatMap(values -> ScalpMap.placed(values).values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow());
        Svg svg = new Svg();
        int column = 0;
        for (Map.Entry<String, Map<String, Double>> one : byCondition.entrySet()) {
            double centre = column * HEAD + HEAD / 2.0;
            Map<Electrode, Double> placed = ScalpMap.placed(one.getValue());
            new ScalpMap(centre, 60, RADIUS).draw(svg, id + "-clip-" + column, placed, leftOut(), maximum);
            String words = wording.sentence(wording.name("condition", one.getKey()));
            svg.text(centre, 125, "middle", 9, Svg.INK, "rf-ink", words);
            column++;
        }
        colourBar(svg, column * HEAD + 6, maximum);
        return new Figure(
                id,
                column * HEAD + BAR,
                130,
                wording.text("figure.map.title", "band", wording.name("band", band), "edges", edges(band)),
                wording.text(
                        "figure.map.description", "maximum", Numbers.fact(maximum), "extremes", extremes(byCondition)),
                svg.toString());
    }

    private List<String> leftOut() {
        return result.channelsLeftOut().stream()
                .map(ResultDocument.ChannelLeftOut::label)
                .toList();
    }

    private void colourBar(Svg svg, double x, double maximum) {
        double step = 96.0 / ScalpMap.STEPS;
        for (int i = 0; i < ScalpMap.STEPS; i++) {
            // A hair of overlap hides the seam that some viewers draw between neighbours.
            svg.rect(x, 108 - (i + 1) * step, 9, step + (i == 0 ? 0 : 0.4), ScalpMap.colour(i), "");
        }
        svg.text(x + 13, 108, "start", 8, Svg.FAINT, "rf-faint", "0");
        svg.text(x + 13, 19, "start", 8, Svg.FAINT, "rf-faint", Numbers.fact(maximum));
        svg.text(x + 13, 63, "start", 8, Svg.FAINT, "rf-faint", wording.text("axis.power"));
    }

    private String extremes(Map<String, Map<String, Double>> byCondition) {
        StringBuilder words = new StringBuilder();
        byCondition.forEach((condition, values) -> {
            Map.Entry<String, Double> high = values.entrySet().stream()
                    .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                    .orElseThrow();
            Map.Entry<String, Double> low =
                    values.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
            words.append(wording.sentence(wording.text(
                            "figure.map.extremes",
                            "condition",
                            wording.name("condition", condition),
                            "high",
                            Numbers.power(high.getValue()),
                            "highChannel",
                            high.getKey(),
                            "low",
                            Numbers.power(low.getValue()),
                            "lowChannel",
                            low.getKey())))
                    .append(' ');
        });
        return words.toString();
    }

    /** The band's edges as they steered the computation, else those of the specification. */
    private static String edges(String band) {
        return switch (band) {
            case "delta" -> "1–4";
            case "theta" -> "4–8";
            case "alpha" -> "8–13";
            case "alpha1" -> "8–10";
            case "alpha2" -> "10–13";
            case "beta" -> "13–30";
            case "beta1" -> "13–20";
            case "beta2" -> "20–30";
            case "gamma" -> "30–45";
            default -> throw new IllegalArgumentException("no such band: " + band);
        };
    }

    private static double roundedUp(double value) {
        return value <= 0
                ? 1
                : new BigDecimal(value)
                        .round(new MathContext(2, RoundingMode.UP))
                        .doubleValue();
    }
}
