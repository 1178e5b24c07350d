package org.neuroward.resting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neuroward.artifact.WindowGrid;
import org.neuroward.preparation.CleanSignal;
import org.neuroward.preparation.ConditionBlocks;
import org.neuroward.preparation.MuscleSlope;
import org.neuroward.preparation.PreparationLimits;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.Result.Unavailable;
import org.neuroward.scoring.ResultDocument.Condition;
import org.neuroward.scoring.ResultDocument.Spectrum;
import org.neuroward.spectrum.AlphaFrequency;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/** Spectra and numbers of each condition, from its clean two-second epochs that overlap by half. */
final class RestingScores {

    static final String REFERENCE = "average";
    static final String TOO_LITTLE = "too-little-clean-signal";

    private static final String REGION = "posterior";
    private static final int EPOCH_WINDOWS = 2;
    private static final int EPOCH_STEP = 1;
    private static final int ALPHA_EPOCH_WINDOWS = 4;
    private static final int ALPHA_EPOCH_STEP = 2;

    private final CleanSignal clean;
    private final WindowGrid grid;
    private final double upperHertz;
    private final Band total;
    private final WelchEstimator welch;
    private final WelchEstimator alphaWelch;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final List<Spectrum> spectra = new ArrayList<>();
    private final List<String> presumedMuscle = new ArrayList<>();

    RestingScores(CleanSignal clean, ConditionBlocks blocks, double upperHertz) {
        this.clean = clean;
        this.grid = clean.grid();
        this.upperHertz = upperHertz;
        this.total = new Band("total", 1, upperHertz);
        this.welch = WelchEstimator.hann(clean.rate(), EPOCH_WINDOWS * grid.windowSamples());
        this.alphaWelch = WelchEstimator.paddedHamming(clean.rate(), ALPHA_EPOCH_WINDOWS * grid.windowSamples());
        for (RestingCondition condition : blocks.conditions()) {
            score(condition, blocks);
        }
    }

    List<Condition> conditions() {
        return conditions;
    }

    List<Result> results() {
        return results;
    }

    List<Spectrum> spectra() {
        return spectra;
    }

    /** Channels, each once, whose 20–45 Hz spectrum is as level as that of muscle. */
    List<String> presumedMuscle() {
        return presumedMuscle.stream().distinct().toList();
    }

    private void score(RestingCondition condition, ConditionBlocks blocks) {
        boolean[] windows = clean.cleanWindows(blocks.windowsOf(condition));
        conditions.add(new Condition(
                condition.code(),
                blocks.secondsRecorded(condition),
                seconds(windows, EPOCH_WINDOWS, EPOCH_STEP),
                grid.epochs(windows, EPOCH_WINDOWS, EPOCH_STEP).length));
        for (int c = 0; c < clean.names().size(); c++) {
            scoreChannel(condition, c, clean.cleanWindows(windows, c));
        }
        scoreAlpha(condition, windows);
    }

    private void scoreChannel(RestingCondition condition, int channel, boolean[] windows) {
        double seconds = seconds(windows, EPOCH_WINDOWS, EPOCH_STEP);
        Optional<PowerSpectrum> spectrum = Optional.empty();
        if (seconds >= PreparationLimits.MIN_CLEAN_SECONDS) {
            int[] epochs = grid.epochs(windows, EPOCH_WINDOWS, EPOCH_STEP);
            spectrum = Optional.of(welch.estimate(clean.microvolts(channel), epochs));
            keep(condition, channel, spectrum.get());
        }
        for (Band band : Band.RESTING) {
            boolean within = band.highHertz() <= upperHertz;
            Optional<Unavailable> unavailable = spectrum.isEmpty()
                    ? Optional.of(new Unavailable(TOO_LITTLE))
                    : within ? Optional.empty() : Optional.of(new Unavailable("above-band-limit"));
            Optional<Double> power = unavailable.isPresent() ? Optional.empty() : spectrum.map(s -> s.power(band));
            Optional<Double> share = power.flatMap(relativeTo(spectrum));
            Optional<Unavailable> noShare =
                    unavailable.isEmpty() && share.isEmpty() ? Optional.of(new Unavailable("no-power")) : unavailable;
            String name = clean.names().get(channel);
            results.add(ofChannel(
                    "band-power." + band.name() + ".absolute", power, "uV2", name, condition, seconds, unavailable));
            results.add(ofChannel(
                    "band-power." + band.name() + ".relative", share, "1", name, condition, seconds, noShare));
        }
    }

    private java.util.function.Function<Double, Optional<Double>> relativeTo(Optional<PowerSpectrum> spectrum) {
        double all = spectrum.map(s -> s.power(total)).orElse(0.0);
        return power -> all > 0 ? Optional.of(power / all) : Optional.empty();
    }

    private void scoreAlpha(RestingCondition condition, boolean[] windows) {
        double seconds = seconds(windows, ALPHA_EPOCH_WINDOWS, ALPHA_EPOCH_STEP);
        List<Integer> posterior = AlphaFrequency.POSTERIOR.stream()
                .map(clean.names()::indexOf)
                .filter(channel -> channel >= 0)
                .toList();
        OptionalDouble peak = OptionalDouble.empty();
        OptionalDouble gravity = OptionalDouble.empty();
        String reason;
        if (seconds < PreparationLimits.MIN_CLEAN_SECONDS) {
            reason = TOO_LITTLE;
        } else if (posterior.size() < AlphaFrequency.MIN_CHANNELS) {
            reason = "too-few-channels";
        } else {
            int[] epochs = grid.epochs(windows, ALPHA_EPOCH_WINDOWS, ALPHA_EPOCH_STEP);
            AlphaFrequency alpha = AlphaFrequency.of(posterior.stream()
                    .map(channel -> alphaWelch.estimate(clean.microvolts(channel), epochs))
                    .toList());
            peak = alpha.peakHertz();
            gravity = alpha.centreOfGravityHertz();
            reason = alpha.channelsWithPeak() == 0 ? "no-alpha-peak" : "too-few-channels-with-peak";
        }
        results.add(ofRegion("iaf.peak", peak, condition, seconds, reason));
        results.add(ofRegion("iaf.centre-of-gravity", gravity, condition, seconds, reason));
    }

    /** From the first step above 0 Hz, which the removed mean leaves empty, up to the highest frequency that is scored. */
    private void keep(RestingCondition condition, int channel, PowerSpectrum spectrum) {
        List<Double> values = new ArrayList<>();
        for (int k = 1; k < spectrum.bins() && spectrum.hertz(k) <= upperHertz; k++) {
            values.add(spectrum.density(k));
        }
        String name = clean.names().get(channel);
        spectra.add(new Spectrum(
                name, condition.code(), "uV2/Hz", spectrum.hertz(1), spectrum.stepHertz(), List.copyOf(values)));
        if (MuscleSlope.isLevel(spectrum, upperHertz)) {
            presumedMuscle.add(name);
        }
    }

    private double seconds(boolean[] windows, int length, int step) {
        return grid.windowsCovered(windows, length, step)
                * (grid.windowSamples() / clean.rate().hertz());
    }

    private static Result ofChannel(
            String code,
            Optional<Double> value,
            String unit,
            String channel,
            RestingCondition condition,
            double seconds,
            Optional<Unavailable> unavailable) {
        return new Result(
                code,
                value,
                unit,
                Optional.of(channel),
                Optional.empty(),
                condition.code(),
                REFERENCE,
                seconds,
                unavailable);
    }

    private static Result ofRegion(
            String code, OptionalDouble value, RestingCondition condition, double seconds, String reason) {
        return new Result(
                code,
                value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty(),
                "Hz",
                Optional.empty(),
                Optional.of(REGION),
                condition.code(),
                REFERENCE,
                seconds,
                value.isPresent() ? Optional.empty() : Optional.of(new Unavailable(reason)));
    }
}
