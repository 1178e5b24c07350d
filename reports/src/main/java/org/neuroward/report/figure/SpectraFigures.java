package org.neuroward.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.report.content.ResultTable;
import org.neuroward.report.wording.Numbers;
import org.neuroward.report.wording.Wording;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;

/** Spectra of all electrodes at their places on the head, and the mean spectrum of the back of the head. */
final class SpectraFigures {

    private static final List<String> POSTERIOR = List.of("P3", "Pz", "P4", "O1", "Oz", "O2");
    private static final double DEEPEST_DECIBELS = 50;
    private static final int CELL_WIDTH = 134;
    private static final int CELL_HEIGHT = 84;

    /** Column and row of each graph, from the top left. */
    private static final Map<String, int[]> PLACES =
            places("Fp1 1 0; Fp2 3 0; F7 0 1; F3 1 1; Fz 2 1; F4 3 1; F8 4 1; T7 0 2; C3 1 2; Cz 2 2; C4 3 2; T8 4 2; "
                    + "P7 0 3; P3 1 3; Pz 2 3; P4 3 3; P8 4 3; O1 1 4; Oz 2 4; O2 3 4; Fpz 2 0");

    private final ResultDocument result;
    private final ResultTable table;
    private final Wording wording;
    private final double low;
    private final double high;

    SpectraFigures(ResultDocument result, Wording wording) {
        this.result = result;
        this.table = new ResultTable(result);
        this.wording = wording;
        double[] range = result.spectra().stream()
                .flatMap(one -> inRange(one).stream())
                .mapToDouble(SpectrumPlot::decibels)
                .filter(Double::isFinite)
                .collect(
                        () -> new double[] {Double.MAX_VALUE, -Double.MAX_VALUE},
                        SpectraFigures::widen,
                        SpectraFigures::join);
        this.high = Math.ceil(range[1] / 10) * 10;
        this.low = Math.max(Math.floor(range[0] / 10) * 10, high - DEEPEST_DECIBELS);
    }

    private static void widen(double[] range, double value) {
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
    }

    private static void join(double[] range, double[] other) {
        widen(range, other[0]);
        widen(range, other[1]);
    }

    /** Small graphs in the order of the head; empty when none of the places has a spectrum. */
    Optional<Figure> byElectrode() {
        List<ResultDocument.Spectrum> shown = result.spectra().stream()
                .filter(one -> PLACES.containsKey(one.channel()))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Svg svg = new Svg();
        shown.stream().map(ResultDocument.Spectrum::channel).distinct().forEach(channel -> panel(svg, channel));
        legend(svg, 4, 16);
        svg.text(4, 4 * CELL_HEIGHT + 40, "start", 8, Svg.FAINT, "rf-faint", "↑ " + wording.text("axis.density"));
        svg.text(4, 4 * CELL_HEIGHT + 54, "start", 8, Svg.FAINT, "rf-faint", "→ " + wording.text("axis.frequency"));
        return Optional.of(new Figure(
                "figure-spectra",
                5 * CELL_WIDTH,
                5 * CELL_HEIGHT + 4,
                wording.text("figure.spectra.title"),
                wording.text(
                        "figure.spectra.description",
                        "low",
                        Svg.number(low),
                        "high",
                        Svg.number(high),
                        "conditions",
                        conditionNames(),
                        "iaf",
                        peaksInWords()),
                svg.toString()));
    }

    private void panel(Svg svg, String channel) {
        int[] place = PLACES.get(channel);
        double left = place[0] * CELL_WIDTH + 22;
        double top = place[1] * CELL_HEIGHT + 14;
        SpectrumPlot plot = new SpectrumPlot(left, top, CELL_WIDTH - 32, CELL_HEIGHT - 32, low, high, 7);
        plot.axes(svg);
        lines(svg, plot, List.of(channel), 1);
        svg.text(left + CELL_WIDTH - 34, top + 9, "end", 9, Svg.INK, "rf-ink", channel);
    }

    /** Mean over the posterior electrodes; empty when none of them has a spectrum. */
    Optional<Figure> posterior() {
        List<String> channels = POSTERIOR.stream()
                .filter(name ->
                        result.spectra().stream().anyMatch(one -> one.channel().equals(name)))
                .toList();
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        Svg svg = new Svg();
        SpectrumPlot plot = new SpectrumPlot(36, 14, 276, 84, low, high, 8);
        plot.axes(svg);
        plot.bandNames(svg);
        lines(svg, plot, channels, 1.4);
        svg.text(174, 124, "middle", 8, Svg.FAINT, "rf-faint", wording.text("axis.frequency"));
        svg.textUpwards(9, 56, 8, Svg.FAINT, wording.text("axis.density"));
        legend(svg, 200, 24);
        return Optional.of(new Figure(
                "figure-posterior",
                322,
                130,
                wording.text("figure.posterior.title", "channels", String.join(", ", channels)),
                wording.text("figure.posterior.description", "conditions", conditionNames(), "iaf", peaksInWords()),
                svg.toString()));
    }

    private void lines(Svg svg, SpectrumPlot plot, List<String> channels, double width) {
        for (String condition : table.conditions()) {
            LineStyle style = LineStyle.of(condition);
            if (POSTERIOR.contains(channels.getFirst())) {
                peak(condition).ifPresent(hertz -> plot.peak(svg, style, hertz));
            }
            List<ResultDocument.Spectrum> spectra = result.spectra().stream()
                    .filter(one -> one.condition().equals(condition) && channels.contains(one.channel()))
                    .toList();
            if (!spectra.isEmpty()) {
                ResultDocument.Spectrum first = spectra.getFirst();
                plot.line(svg, style, first.firstHertz(), first.stepHertz(), mean(spectra), width);
            }
        }
    }

    private static List<Double> mean(List<ResultDocument.Spectrum> spectra) {
        List<Double> mean = new ArrayList<>();
        for (int i = 0; i < spectra.getFirst().values().size(); i++) {
            double sum = 0;
            for (ResultDocument.Spectrum one : spectra) {
                sum += one.values().get(i);
            }
            mean.add(sum / spectra.size());
        }
        return mean;
    }

    private void legend(Svg svg, double x, double y) {
        double row = y;
        for (String condition : table.conditions()) {
            LineStyle.of(condition).draw(svg, "M" + Svg.number(x) + " " + Svg.number(row) + "h20", 1.4);
            String words = wording.sentence(wording.name("condition", condition));
            Optional<Double> peak = peak(condition);
            if (peak.isPresent()) {
                words += " · " + Numbers.hertz(peak.get()) + " Hz";
            }
            svg.text(x + 25, row + 3, "start", 8, Svg.INK, "rf-ink", words);
            row += 12;
        }
    }

    private Optional<Double> peak(String condition) {
        return table.find("iaf.peak", "posterior", condition).flatMap(Result::value);
    }

    private String conditionNames() {
        return String.join(
                ", ",
                table.conditions().stream()
                        .map(c -> wording.name("condition", c))
                        .toList());
    }

    private String peaksInWords() {
        List<String> peaks = new ArrayList<>();
        for (String condition : table.conditions()) {
            peak(condition)
                    .ifPresent(hertz ->
                            peaks.add(wording.name("condition", condition) + " " + Numbers.hertz(hertz) + " Hz"));
        }
        return peaks.isEmpty()
                ? wording.text("figure.spectra.no-iaf")
                : wording.text("figure.spectra.iaf", "peaks", String.join(", ", peaks));
    }

    private static List<Double> inRange(ResultDocument.Spectrum one) {
        List<Double> shown = new ArrayList<>();
        for (int i = 0; i < one.values().size(); i++) {
            double hertz = one.firstHertz() + i * one.stepHertz();
            if (hertz >= SpectrumPlot.FIRST_HERTZ && hertz <= SpectrumPlot.LAST_HERTZ) {
                shown.add(one.values().get(i));
            }
        }
        return shown;
    }

    private static Map<String, int[]> places(String text) {
        Map<String, int[]> places = new LinkedHashMap<>();
        for (String row : text.split("; ")) {
            String[] cells = row.split(" ");
            places.put(cells[0], new int[] {Integer.parseInt(cells[1]), Integer.parseInt(cells[2])});
        }
        return places;
    }
}
