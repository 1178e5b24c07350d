package org.neuroward.preparation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.artifact.BadChannels;
import org.neuroward.artifact.WindowGrid;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.preparation.ChannelSelection.Chosen;
import org.neuroward.preparation.ConditionSpans.Span;
import org.neuroward.reference.AverageReference;
import org.neuroward.scoring.ResultDocument.ChannelLeftOut;
import org.neuroward.scoring.ResultDocument.Refusal;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

/** One preparation, step by step; each step can end it with a refusal. */
final class PreparationSteps {

    private final Recording recording;
    private final Optional<RestingCondition> statedCondition;
    private final Progress progress;
    private final ChannelSelection selection;
    private final AccountKeeper account;

    PreparationSteps(Recording recording, Optional<RestingCondition> statedCondition, Progress progress) {
        this.recording = recording;
        this.statedCondition = statedCondition;
        this.progress = progress;
        this.selection = ChannelSelection.of(recording);
        this.account = new AccountKeeper(selection.chosen().size());
    }

    Preparation take() throws IOException {
        account.leaveOut(selection.leftOut());
        int count = selection.chosen().size();
        if (count == 0) {
            return refused("no-eeg-channels", Map.of());
        }
        SamplingRate rate = selection.rate();
        if (rate.hertz() < PreparationLimits.MIN_RATE_HERTZ) {
            return refused(
                    "rate-too-low", facts("hertz", rate.hertz(), "requiredHertz", PreparationLimits.MIN_RATE_HERTZ));
        }
        double lowpassHertz = lowpassHertz(rate);
        account.lowpass(lowpassHertz);
        if (!AverageReference.isPossible(count, count)) {
            return tooFewChannels(count, count);
        }
        var signal = new RecordedSignal(
                recording, selection.chosen().stream().map(Chosen::index).toList());
        account.recorded(signal.samples() / rate.hertz());
        long samples = (long) signal.samples() * count;
        if (samples > PreparationLimits.MAX_SAMPLES) {
            return refused(
                    "recording-too-long", facts("samples", samples, "maxSamples", PreparationLimits.MAX_SAMPLES));
        }
        return measure(signal, lowpassHertz);
    }

    private Preparation measure(RecordedSignal signal, double lowpassHertz) throws IOException {
        SamplingRate rate = selection.rate();
        noteReferences();
        List<Stretch> stretches = new ArrayList<>();
        List<RestingCondition> conditions = new ArrayList<>();
        for (Span span : spans(rate)) {
            for (Stretch stretch : signal.within(span.fromSample(), span.toSample())) {
                stretches.add(stretch);
                conditions.add(span.condition());
            }
        }
        WindowGrid grid = WindowGrid.over(stretches, (int) Math.round(rate.hertz()));
        var blocks = new ConditionBlocks(stretches, conditions, grid, rate);
        account.conditions(blocks);
        boolean[] all = new boolean[grid.windows()];
        Arrays.fill(all, true);
        if (grid.epochs(all, 2, 1).length == 0) {
            return refused(
                    "too-little-clean-signal",
                    facts("secondsClean", 0.0, "secondsRequired", PreparationLimits.MIN_CLEAN_SECONDS));
        }
        FirstPass pass = FirstPass.over(selection, signal, grid, lowpassHertz, progress);
        double microvolts = pass.plausibleMicrovolts();
        if (microvolts < PreparationLimits.PLAUSIBLE_LOW_MICROVOLTS
                || microvolts > PreparationLimits.PLAUSIBLE_HIGH_MICROVOLTS) {
            return refused("unit-implausible", plausibility(microvolts));
        }
        return clean(pass, grid, blocks);
    }

    private Preparation clean(FirstPass pass, WindowGrid grid, ConditionBlocks blocks) {
        List<Optional<String>> reasons = badChannels(pass, grid);
        List<Integer> good = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < reasons.size(); c++) {
            Chosen chosen = selection.chosen().get(c);
            if (reasons.get(c).isEmpty()) {
                good.add(c);
                names.add(chosen.name());
            } else {
                account.leaveOut(List.of(new ChannelLeftOut(
                        chosen.channel().label(), reasons.get(c).get())));
            }
        }
        if (!AverageReference.isPossible(good.size(), reasons.size())) {
            return tooFewChannels(good.size(), reasons.size());
        }
        progress.reached(0.75, Progress.Stage.CLEANING);
        CleanSignal clean = CleanSignal.of(
                pass, good, names, selection.rate(), grid, blocks.windowsOf(RestingCondition.EYES_CLOSED));
        account.quality(clean, pass, good);
        return new Preparation.Ready(account.account(), clean, blocks);
    }

    private static List<Optional<String>> badChannels(FirstPass pass, WindowGrid grid) {
        List<Optional<String>> reasons = new ArrayList<>(BadChannels.find(pass.channelFacts(), pass.lowPassed(), grid));
        for (int c = 0; c < reasons.size(); c++) {
            if (!pass.isFinite(c)) {
                reasons.set(c, Optional.of("bad-not-finite"));
            }
        }
        return reasons;
    }

    private List<Span> spans(SamplingRate rate) {
        long samples = selection.chosen().stream()
                .mapToLong(chosen -> recording.samples(chosen.index()))
                .min()
                .orElse(0);
        if (statedCondition.isPresent() && ConditionSpans.areMarked(recording.annotations())) {
            account.notice("stated-condition-ignored", Map.of());
        }
        return ConditionSpans.of(recording.annotations(), statedCondition, rate, samples);
    }

    /** Below the rate of our own recordings only the lower frequencies are scored, and the account says so. */
    private double lowpassHertz(SamplingRate rate) {
        double limit = PreparationLimits.SCORED_SHARE_OF_RATE * rate.hertz();
        if (rate.hertz() < PreparationLimits.SPECIFIED_RATE_HERTZ) {
            account.notice(
                    "rate-below-specification",
                    facts("hertz", rate.hertz(), "upToHertz", Math.min(limit, PreparationLimits.LOWPASS_HERTZ)));
        }
        return Math.min(PreparationLimits.LOWPASS_HERTZ, limit);
    }

    private void noteReferences() {
        if (selection.references().size() > 1) {
            account.notice(
                    "mixed-recording-references",
                    Map.of(
                            "references",
                            selection.references().stream().sorted().toList()));
        }
    }

    private Preparation refused(String code, Map<String, Object> facts) {
        return new Preparation.Refused(account.account(), new Refusal(code, facts));
    }

    private Preparation tooFewChannels(int good, int recorded) {
        return refused(
                "too-few-channels",
                facts("good", good, "recorded", recorded, "required", AverageReference.MIN_CHANNELS));
    }

    private static Map<String, Object> plausibility(double microvolts) {
        return facts(
                "microvolts",
                microvolts,
                "lowestMicrovolts",
                PreparationLimits.PLAUSIBLE_LOW_MICROVOLTS,
                "highestMicrovolts",
                PreparationLimits.PLAUSIBLE_HIGH_MICROVOLTS);
    }

    /** Facts in the order given: names and values in turn. */
    private static Map<String, Object> facts(Object... namesAndValues) {
        var facts = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
