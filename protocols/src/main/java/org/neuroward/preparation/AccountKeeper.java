package org.neuroward.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neuroward.artifact.ArtifactFlags;
import org.neuroward.artifact.LineNoise;
import org.neuroward.artifact.QualityIndex;
import org.neuroward.artifact.RobustStatistics;
import org.neuroward.scoring.ResultDocument.ChannelLeftOut;
import org.neuroward.scoring.ResultDocument.ChannelQuality;
import org.neuroward.scoring.ResultDocument.Condition;
import org.neuroward.scoring.ResultDocument.Notice;
import org.neuroward.scoring.ResultDocument.Quality;
import org.neuroward.scoring.ResultDocument.ReasonShare;
import org.neuroward.spectrum.PowerSpectrum;

/** The account of a recording as it comes about; what is not known yet stays empty. */
final class AccountKeeper {

    private static final int TOP_REASONS = 3;
    private static final double DEFAULT_LINE_HERTZ = 50;

    private final int channels;
    private final List<ChannelLeftOut> leftOut = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private double lowpassHertz = PreparationLimits.LOWPASS_HERTZ;
    private List<String> used = List.of();
    private double secondsRecorded;
    private List<Condition> conditions = List.of();
    private Quality quality = new Quality(0, "red", 0, DEFAULT_LINE_HERTZ, 0, List.of(), List.of());

    AccountKeeper(int channels) {
        this.channels = channels;
    }

    void leaveOut(List<ChannelLeftOut> channels) {
        leftOut.addAll(channels);
    }

    void notice(String code, Map<String, Object> facts) {
        notices.add(new Notice(code, facts));
    }

    void lowpass(double hertz) {
        this.lowpassHertz = hertz;
    }

    void recorded(double seconds) {
        this.secondsRecorded = seconds;
    }

    /** Before anything is known of their quality. */
    void conditions(ConditionBlocks blocks) {
        conditions = blocks.conditions().stream()
                .map(condition -> new Condition(condition.code(), blocks.secondsRecorded(condition), 0, 0))
                .toList();
    }

    void quality(CleanSignal clean, FirstPass pass, List<Integer> good) {
        used = clean.names();
        ArtifactFlags flags = clean.flags();
        List<ChannelQuality> channels = new ArrayList<>();
        for (int c = 0; c < clean.names().size(); c++) {
            channels.add(new ChannelQuality(
                    clean.names().get(c), flags.cleanPercent(c), reasons(flags, List.of(c), Integer.MAX_VALUE)));
        }
        double lineHertz = pass.lineHertz();
        double[] decibels = good.stream()
                .mapToDouble(c -> decibels(pass.unfiltered(c), lineHertz))
                .toArray();
        double line = RobustStatistics.median(decibels);
        if (Double.isNaN(line)) {
            notice("line-noise-not-measured", Map.of());
            line = 0;
        }
        QualityIndex index = QualityIndex.of(
                clean.required().stream().map(flags::cleanPercent).toList(),
                channels.stream().map(ChannelQuality::cleanPercent).toList(),
                line);
        quality = new Quality(
                index.value(),
                index.grade(),
                0,
                lineHertz,
                line,
                channels,
                reasons(flags, clean.required(), TOP_REASONS));
        noteDrowsiness(clean);
    }

    RecordingAccount account() {
        return new RecordingAccount(
                channels, lowpassHertz, used, leftOut, secondsRecorded, conditions, quality, notices);
    }

    private void noteDrowsiness(CleanSignal clean) {
        if (!clean.drowsiness().isJudged()) {
            notice("drowsiness-not-judged", Map.of());
        }
        if (clean.drowsiness().windows() > 0) {
            double seconds = clean.drowsiness().windows()
                    * clean.grid().windowSamples()
                    / clean.rate().hertz();
            notice("drowsiness-left-out", Map.of("seconds", seconds));
        }
    }

    private static double decibels(PowerSpectrum spectrum, double lineHertz) {
        return LineNoise.decibels(spectrum.densities(), spectrum.stepHertz(), lineHertz)
                .orElse(Double.NaN);
    }

    private static List<ReasonShare> reasons(ArtifactFlags flags, List<Integer> channels, int atMost) {
        return flags.shares(channels).stream()
                .limit(atMost)
                .map(share -> new ReasonShare(share.kind().code(), share.share()))
                .toList();
    }
}
