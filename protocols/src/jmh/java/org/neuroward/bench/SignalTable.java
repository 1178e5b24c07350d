package org.neuroward.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The comparison as a table for people (Markdown) and as JSON for programs. */
final class SignalTable {

    private final boolean chinese;
    private final List<Comparison> rows;
    private final Map<String, Double> agreement;

    SignalTable(boolean chinese, List<Comparison> rows, Map<String, Double> agreement) {
        this.chinese = chinese;
        this.rows = List.copyOf(rows);
        this.agreement = Map.copyOf(agreement);
    }

    String markdown() {
        var lines = new ArrayList<String>();
        lines.add(say(
                "| task | ours, ms | peer, ms | ratio | target | met | largest difference |",
                "| 任务 | 本库（毫秒） | 对照（毫秒） | 倍数 | 目标 | 达到 | 最大差异 |"));
        lines.add("| --- | ---: | ---: | ---: | ---: | --- | ---: |");
        rows.forEach(row -> lines.add(row(row)));
        return String.join("\n", lines);
    }

    /** Every round: medians of ours and of the peer, and the bytes that ours allocates in a call. */
    String rounds() {
        var lines = new ArrayList<String>();
        lines.add(say(
                "| task | ours, ms, round by round | peer, ms, round by round | bytes per call |",
                "| 任务 | 本库逐轮（毫秒） | 对照逐轮（毫秒） | 每次调用字节数 |"));
        lines.add("| --- | --- | --- | ---: |");
        for (Comparison row : rows) {
            lines.add("| " + say(row.task().english(), row.task().chinese()) + " | " + medians(row.ours()) + " | "
                    + medians(row.peer()) + " | " + number(row.bytesPerCall()) + " |");
        }
        return String.join("\n", lines);
    }

    private static String medians(List<Timing> rounds) {
        return rounds.isEmpty()
                ? "–"
                : rounds.stream().map(round -> number(round.median())).collect(Collectors.joining(" · "));
    }

    private String row(Comparison row) {
        SignalTask task = row.task();
        return "| "
                + String.join(
                        " | ",
                        say(task.english(), task.chinese()),
                        spread(row.oursMilliseconds(), row.ours()),
                        row.peerMilliseconds()
                                .map(median -> spread(median, row.peer()))
                                .orElse("–"),
                        row.ratios().map(SignalTable::ratios).orElse("–"),
                        target(task.target()),
                        row.met().map(this::yes).orElse("–"),
                        task.peer()
                                .map(agreement::get)
                                .map(difference -> String.format(Locale.ROOT, "%.0e", difference))
                                .orElse("–"))
                + " |";
    }

    private static String spread(double median, List<Timing> rounds) {
        double least = rounds.stream().mapToDouble(Timing::least).min().orElse(median);
        double most = rounds.stream().mapToDouble(Timing::most).max().orElse(median);
        return number(median) + " (" + number(least) + "–" + number(most) + ")";
    }

    private static String ratios(double[] sorted) {
        return number(Timing.median(sorted)) + " (" + number(sorted[0]) + "–" + number(sorted[sorted.length - 1]) + ")";
    }

    private String target(SignalTask.Target target) {
        return switch (target) {
            case SignalTask.TimesFaster asked -> "≥ " + number(asked.factor()) + " ×";
            case SignalTask.AtMost asked -> "≤ " + number(asked.milliseconds()) + " ms";
            case SignalTask.AtMostWithoutGarbage asked ->
                "≤ " + number(asked.milliseconds()) + say(" ms, 0 bytes", " ms，0 字节");
            case SignalTask.NoTarget none -> "–";
        };
    }

    private String yes(boolean met) {
        return met ? say("yes", "是") : say("**no**", "**否**");
    }

    private String say(String english, String inChinese) {
        return chinese ? inChinese : english;
    }

    /** Three significant digits. */
    static String number(double value) {
        if (value >= 99.95 || value == 0) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        int decimals = value >= 9.995 ? 1 : value >= 0.9995 ? 2 : value >= 0.09995 ? 3 : 4;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
