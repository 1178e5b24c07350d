package org.neuroward.resting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.artifact.BadChannels;
import org.neuroward.artifact.WindowGrid;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.reference.AverageReference;
import org.neuroward.resting.ChannelSelection.Chosen;
import org.neuroward.resting.ConditionSpans.Span;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

/**
 * Scores a resting recording: band powers of every good channel in the average reference, and the individual alpha frequency,
 * for each condition. A pure function of the recording and the parameters: the same input gives the same document, bit by bit.
 *
 * <p>What cannot be scored is refused with a reason, in the document; only a recording that cannot be read is an exception.
 */
public final class RestingAnalysis {

    /** Larger recordings are no resting EEG, and would not fit a modest memory. */
    private static final long MAX_SAMPLES = 40_000_000;

    private final Recording recording;
    private final RestingParameters parameters;
    private final Progress progress;
    private final RestingDocument document;

    private RestingAnalysis(
            Recording recording, ResultDocument.Input input, RestingParameters parameters, Progress progress) {
        this.recording = recording;
        this.parameters = parameters;
        this.progress = progress;
        this.document = new RestingDocument(input);
    }

    /**
     * @param input identity of the file that {@code recording} reads
     * @throws IOException when the recording cannot be read
     */
    public static ResultDocument score(
            Recording recording, ResultDocument.Input input, RestingParameters parameters, Progress progress)
            throws IOException {
        ResultDocument result = new RestingAnalysis(recording, input, parameters, progress).score();
        progress.reached(1, Progress.Stage.DONE);
        return result;
    }

    private ResultDocument score() throws IOException {
        ChannelSelection selection = ChannelSelection.of(recording);
        document.leaveOut(selection.leftOut());
        int count = selection.chosen().size();
        document.parameters(parameters.inWords(RestingParameters.LOWPASS_HERTZ, count));
        if (count == 0) {
            return document.refused("no-eeg-channels", Map.of());
        }
        SamplingRate rate = selection.rate();
        if (rate.hertz() < RestingParameters.MIN_RATE_HERTZ) {
            return document.refused(
                    "rate-too-low", facts("hertz", rate.hertz(), "requiredHertz", RestingParameters.MIN_RATE_HERTZ));
        }
        double lowpassHertz = lowpassHertz(rate);
        document.parameters(parameters.inWords(lowpassHertz, count));
        if (!AverageReference.isPossible(count, count)) {
            return tooFewChannels(count, count);
        }
        var signal = new RecordedSignal(
                recording, selection.chosen().stream().map(Chosen::index).toList());
        document.recorded(signal.samples() / rate.hertz());
        if ((long) signal.samples() * count > MAX_SAMPLES) {
            return document.refused(
                    "recording-too-long", facts("samples", (long) signal.samples() * count, "maxSamples", MAX_SAMPLES));
        }
        return score(selection, signal, lowpassHertz);
    }

    private ResultDocument score(ChannelSelection selection, RecordedSignal signal, double lowpassHertz)
            throws IOException {
        SamplingRate rate = selection.rate();
        noteReferences(selection);
        List<Stretch> stretches = new ArrayList<>();
        List<RestingCondition> conditions = new ArrayList<>();
        for (Span span : spans(rate, selection)) {
            for (Stretch stretch : signal.within(span.fromSample(), span.toSample())) {
                stretches.add(stretch);
                conditions.add(span.condition());
            }
        }
        WindowGrid grid = WindowGrid.over(stretches, (int) Math.round(rate.hertz()));
        var blocks = new ConditionBlocks(stretches, conditions, grid, rate);
        document.conditions(blocks);
        boolean[] all = new boolean[grid.windows()];
        java.util.Arrays.fill(all, true);
        if (grid.epochs(all, 2, 1).length == 0) {
            return document.refused("too-little-clean-signal", tooLittle(0));
        }
        FirstPass pass = FirstPass.over(selection, signal, grid, lowpassHertz, progress);
        double microvolts = pass.plausibleMicrovolts();
        if (microvolts < RestingParameters.PLAUSIBLE_LOW_MICROVOLTS
                || microvolts > RestingParameters.PLAUSIBLE_HIGH_MICROVOLTS) {
            return document.refused("unit-implausible", plausibility(microvolts));
        }
        return scoreGoodChannels(selection, pass, grid, blocks, lowpassHertz);
    }

    private ResultDocument scoreGoodChannels(
            ChannelSelection selection, FirstPass pass, WindowGrid grid, ConditionBlocks blocks, double lowpassHertz) {
        List<Optional<String>> reasons = BadChannels.find(pass.channelFacts(), pass.lowPassed(), grid);
        List<Integer> good = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < reasons.size(); c++) {
            Chosen chosen = selection.chosen().get(c);
            if (reasons.get(c).isEmpty()) {
                good.add(c);
                names.add(chosen.name());
            } else {
                document.leaveOut(List.of(new ResultDocument.ChannelLeftOut(
                        chosen.channel().label(), reasons.get(c).get())));
            }
        }
        if (!AverageReference.isPossible(good.size(), reasons.size())) {
            return tooFewChannels(good.size(), reasons.size());
        }
        progress.reached(0.75, Progress.Stage.CLEANING);
        SamplingRate rate = selection.rate();
        CleanSignal clean =
                CleanSignal.of(pass, good, names, rate, grid, blocks.windowsOf(RestingCondition.EYES_CLOSED));
        document.quality(clean, pass, good);
        progress.reached(0.85, Progress.Stage.SPECTRA);
        document.scored(new RestingScores(clean, blocks, lowpassHertz));
        if (document.longestCleanSeconds() < RestingParameters.MIN_CLEAN_SECONDS) {
            return document.refused("too-little-clean-signal", tooLittle(document.longestCleanSeconds()));
        }
        return document.isRed() ? document.refused("low-signal-quality", document.qualityFacts()) : document.finished();
    }

    private List<Span> spans(SamplingRate rate, ChannelSelection selection) {
        long samples = selection.chosen().stream()
                .mapToLong(chosen -> recording.samples(chosen.index()))
                .min()
                .orElse(0);
        if (parameters.statedCondition().isPresent() && ConditionSpans.areMarked(recording.annotations())) {
            document.notice("stated-condition-ignored", Map.of());
        }
        return ConditionSpans.of(recording.annotations(), parameters.statedCondition(), rate, samples);
    }

    /** Below the rate of our own recordings only the lower frequencies are scored, and the document says so. */
    private double lowpassHertz(SamplingRate rate) {
        double limit = RestingParameters.SCORED_SHARE_OF_RATE * rate.hertz();
        if (rate.hertz() < RestingParameters.SPECIFIED_RATE_HERTZ) {
            document.notice(
                    "rate-below-specification",
                    facts("hertz", rate.hertz(), "upToHertz", Math.min(limit, RestingParameters.LOWPASS_HERTZ)));
        }
        return Math.min(RestingParameters.LOWPASS_HERTZ, limit);
    }

    private void noteReferences(ChannelSelection selection) {
        if (selection.references().size() > 1) {
            document.notice(
                    "mixed-recording-references",
                    Map.of(
                            "references",
                            selection.references().stream().sorted().toList()));
        }
    }

    private ResultDocument tooFewChannels(int good, int recorded) {
        return document.refused(
                "too-few-channels",
                facts("good", good, "recorded", recorded, "required", AverageReference.MIN_CHANNELS));
    }

    private static Map<String, Object> plausibility(double microvolts) {
        return facts(
                "microvolts",
                microvolts,
                "lowestMicrovolts",
                RestingParameters.PLAUSIBLE_LOW_MICROVOLTS,
                "highestMicrovolts",
                RestingParameters.PLAUSIBLE_HIGH_MICROVOLTS);
    }

    private static Map<String, Object> tooLittle(double secondsClean) {
        return facts("secondsClean", secondsClean, "secondsRequired", RestingParameters.MIN_CLEAN_SECONDS);
    }

    /** Facts in the order given: names and values in turn. */
    static Map<String, Object> facts(Object... namesAndValues) {
        var facts = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
