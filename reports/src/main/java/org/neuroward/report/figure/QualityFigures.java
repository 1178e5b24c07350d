package org.neuroward.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.neuroward.report.content.SessionFacts;
import org.neuroward.report.wording.Numbers;
import org.neuroward.report.wording.Wording;
import org.neuroward.scoring.ResultDocument;

/** How clean each channel was, and how the recording went over time. */
final class QualityFigures {

    private static final int WIDTH = 670;

    private final ResultDocument result;
    private final SessionFacts session;
    private final Wording wording;

    QualityFigures(ResultDocument result, SessionFacts session, Wording wording) {
        this.result = result;
        this.session = session;
        this.wording = wording;
    }

    /** Upright bars, one for each channel, 0 to 100 %. */
    Optional<Figure> byChannel() {
        List<ResultDocument.ChannelQuality> channels = result.quality().channels();
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        Svg svg = new Svg();
        double top = 8;
        double height = 74;
        double left = 34;
        double slot = (WIDTH - left - 4) / channels.size();
        for (int percent = 0; percent <= 100; percent += 50) {
            double y = top + height * (100 - percent) / 100;
            svg.line(left, y, WIDTH - 4, y, Svg.GRID, 0.5, "rf-grid");
            svg.text(left - 4, y + 3, "end", 8, Svg.FAINT, "rf-faint", Integer.toString(percent));
        }
        svg.textUpwards(9, top + height / 2, 8, Svg.FAINT, wording.text("axis.percent"));
        for (int i = 0; i < channels.size(); i++) {
            double share = channels.get(i).cleanPercent() / 100;
            double x = left + i * slot;
            svg.rect(x + slot * 0.2, top + height * (1 - share), slot * 0.6, height * share, "#4c7a9c", "rf-bar");
            svg.text(
                    x + slot / 2,
                    top + height + 11,
                    "middle",
                    labelSize(channels.size()),
                    Svg.INK,
                    "rf-ink",
                    channels.get(i).channel());
        }
        ResultDocument.ChannelQuality worst = channels.stream()
                .min(Comparator.comparingDouble(ResultDocument.ChannelQuality::cleanPercent))
                .orElseThrow();
        return Optional.of(new Figure(
                "figure-quality",
                WIDTH,
                98,
                wording.text("figure.quality.title"),
                wording.text(
                        "figure.quality.description",
                        "channel",
                        worst.channel(),
                        "percent",
                        Numbers.oneDecimal(worst.cleanPercent())),
                svg.toString()));
    }

    private static double labelSize(int channels) {
        return channels <= 24 ? 8.5 : Math.max(4, 8.5 * 24 / channels);
    }

    /** Blocks on the time axis; below, the clean part of each condition. */
    Optional<Figure> timeline() {
        double seconds = result.secondsRecorded();
        if (!(seconds > 0) || session.blocks().isEmpty()) {
            return Optional.empty();
        }
        Svg svg = new Svg();
        double left = 96;
        double scale = (WIDTH - left - 14) / seconds;
        svg.text(left - 8, 20, "end", 8.5, Svg.INK, "rf-ink", wording.text("figure.timeline.recorded"));
        svg.rect(left, 8, seconds * scale, 18, Svg.SHADE, "rf-shade");
        for (SessionFacts.Block block : session.blocks()) {
            double start = Math.min(seconds, block.startSeconds());
            double end = Math.min(seconds, block.startSeconds() + block.seconds());
            if (end > start) {
                block(svg, left + start * scale, (end - start) * scale, block.condition());
            }
        }
        axis(svg, left, scale, seconds);
        double y = 60;
        for (ResultDocument.Condition condition : result.conditions()) {
            cleanBar(svg, left, y, condition);
            y += 17;
        }
        return Optional.of(new Figure(
                "figure-timeline",
                WIDTH,
                (int) Math.ceil(y),
                wording.text("figure.timeline.title"),
                wording.text("figure.timeline.description", "blocks", blocksInWords(), "clean", cleanInWords()),
                svg.toString()));
    }

    private void block(Svg svg, double x, double width, String condition) {
        boolean open = condition.equals("eyes-open");
        svg.rect(x, 8, width, 18, open ? "#f6dcc4" : "#c9dded", open ? "rf-block-open" : "rf-block-closed");
        svg.line(x, 6, x, 28, Svg.INK, 0.8, "rf-line");
        if (width > 40) {
            svg.text(
                    x + 4, 20, "start", 8.5, Svg.INK, "rf-ink", wording.sentence(wording.name("condition", condition)));
        }
    }

    private void axis(Svg svg, double left, double scale, double seconds) {
        double step = seconds <= 120 ? 30 : seconds <= 420 ? 60 : 300;
        for (double at = 0; at <= seconds; at += step) {
            svg.line(left + at * scale, 26, left + at * scale, 30, Svg.FAINT, 0.6, "rf-axis");
            svg.text(left + at * scale, 39, "middle", 8, Svg.FAINT, "rf-faint", Svg.number(at));
        }
        svg.text(WIDTH - 2, 50, "end", 8, Svg.FAINT, "rf-faint", wording.text("axis.time"));
    }

    private void cleanBar(Svg svg, double left, double y, ResultDocument.Condition condition) {
        double full = 240;
        double share = condition.secondsRecorded() > 0 ? condition.secondsClean() / condition.secondsRecorded() : 0;
        String name = wording.sentence(wording.name("condition", condition.name()));
        svg.text(left - 8, y + 8, "end", 8.5, Svg.INK, "rf-ink", name);
        svg.rect(left, y, full, 10, Svg.SHADE, "rf-shade");
        svg.rect(left, y, full * Math.min(1, share), 10, "#4c7a9c", "rf-bar");
        String words =
                Numbers.seconds(condition.secondsClean()) + " / " + Numbers.seconds(condition.secondsRecorded()) + " s";
        svg.text(left + full + 8, y + 8, "start", 8.5, Svg.INK, "rf-ink", words);
    }

    private String blocksInWords() {
        List<String> words = new ArrayList<>();
        for (SessionFacts.Block block : session.blocks()) {
            words.add(wording.text(
                    "figure.timeline.block",
                    "condition",
                    wording.name("condition", block.condition()),
                    "start",
                    Numbers.seconds(block.startSeconds()),
                    "seconds",
                    Numbers.seconds(block.seconds())));
        }
        return String.join("; ", words);
    }

    private String cleanInWords() {
        List<String> words = new ArrayList<>();
        for (ResultDocument.Condition condition : result.conditions()) {
            words.add(wording.text(
                    "figure.timeline.clean",
                    "condition",
                    wording.name("condition", condition.name()),
                    "clean",
                    Numbers.seconds(condition.secondsClean()),
                    "recorded",
                    Numbers.seconds(condition.secondsRecorded())));
        }
        return String.join("; ", words);
    }
}
