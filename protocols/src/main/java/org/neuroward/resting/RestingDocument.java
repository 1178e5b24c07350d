package org.neuroward.resting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.artifact.ArtifactFlags;
import org.neuroward.artifact.LineNoise;
import org.neuroward.artifact.QualityIndex;
import org.neuroward.artifact.RobustStatistics;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultDocument.ChannelLeftOut;
import org.neuroward.scoring.ResultDocument.ChannelQuality;
import org.neuroward.scoring.ResultDocument.Condition;
import org.neuroward.scoring.ResultDocument.Input;
import org.neuroward.scoring.ResultDocument.Notice;
import org.neuroward.scoring.ResultDocument.ProtocolVersion;
import org.neuroward.scoring.ResultDocument.Quality;
import org.neuroward.scoring.ResultDocument.ReasonShare;
import org.neuroward.scoring.ResultDocument.Refusal;
import org.neuroward.scoring.ResultDocument.Spectrum;
import org.neuroward.scoring.Software;
import org.neuroward.spectrum.PowerSpectrum;

/** The result document as it comes about; whatever is not known yet when scoring is refused stays empty. */
final class RestingDocument {

    static final ProtocolVersion PROTOCOL = new ProtocolVersion("resting-eeg", "1.0.0");

    private static final int TOP_REASONS = 3;
    private static final double DEFAULT_LINE_HERTZ = 50;

    private final Input input;
    private final List<ChannelLeftOut> leftOut = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private Map<String, Object> parameters = Map.of();
    private List<String> channelsUsed = List.of();
    private double secondsRecorded;
    private List<Condition> conditions = List.of();
    private Quality quality = new Quality(0, "red", 0, DEFAULT_LINE_HERTZ, 0, List.of(), List.of());
    private List<Result> results = List.of();
    private List<Spectrum> spectra = List.of();

    RestingDocument(Input input) {
        this.input = input;
    }

    void parameters(Map<String, Object> inWords) {
        this.parameters = inWords;
    }

    void leaveOut(List<ChannelLeftOut> channels) {
        leftOut.addAll(channels);
    }

    void notice(String code, Map<String, Object> facts) {
        notices.add(new Notice(code, facts));
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
        channelsUsed = clean.names();
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

    void scored(RestingScores scores) {
        conditions = List.copyOf(scores.conditions());
        results = List.copyOf(scores.results());
        spectra = List.copyOf(scores.spectra());
        double recorded = 0;
        for (Condition condition : conditions) {
            recorded += condition.secondsRecorded();
        }
        quality = withFractionUsed(recorded > 0 ? secondsUsed() / recorded : 0);
        if (!scores.presumedMuscle().isEmpty()) {
            notice("presumed-muscle", Map.of("channels", scores.presumedMuscle()));
        }
    }

    double longestCleanSeconds() {
        return conditions.stream().mapToDouble(Condition::secondsClean).max().orElse(0);
    }

    boolean isRed() {
        return quality.index() < QualityIndex.AMBER_FROM;
    }

    Map<String, Object> qualityFacts() {
        return RestingAnalysis.facts("index", quality.index(), "required", QualityIndex.AMBER_FROM);
    }

    /** Quality, conditions and notices stay; numbers and spectra do not. */
    ResultDocument refused(String code, Map<String, Object> facts) {
        results = List.of();
        spectra = List.of();
        quality = withFractionUsed(0);
        return document(Optional.of(new Refusal(code, facts)));
    }

    ResultDocument finished() {
        return document(Optional.empty());
    }

    private ResultDocument document(Optional<Refusal> refusal) {
        return new ResultDocument(
                ResultDocument.SCHEMA,
                input,
                PROTOCOL,
                Software.CURRENT,
                parameters,
                RestingScores.REFERENCE,
                channelsUsed,
                leftOut,
                secondsRecorded,
                refusal.isPresent() ? 0 : secondsUsed(),
                conditions,
                quality,
                refusal,
                results,
                spectra,
                notices);
    }

    /** Of conditions with enough of it to be scored. */
    private double secondsUsed() {
        double used = 0;
        for (Condition condition : conditions) {
            if (condition.secondsClean() >= RestingParameters.MIN_CLEAN_SECONDS) {
                used += condition.secondsClean();
            }
        }
        return used;
    }

    private Quality withFractionUsed(double fraction) {
        return new Quality(
                quality.index(),
                quality.grade(),
                fraction,
                quality.lineFrequencyHertz(),
                quality.lineNoiseDecibels(),
                quality.channels(),
                quality.topReasons());
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
