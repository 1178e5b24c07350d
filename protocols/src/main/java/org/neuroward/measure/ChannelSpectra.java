package org.neuroward.measure;

import java.util.function.ToDoubleFunction;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/** The mean spectrum of a channel, and the mean spectra without each group of its epochs. */
final class ChannelSpectra {

    private static final int GROUPS = Jackknife.MAX_GROUPS;

    private final PowerSpectrum all;
    private final PowerSpectrum[] without;

    private ChannelSpectra(PowerSpectrum all, PowerSpectrum[] without) {
        this.all = all;
        this.without = without;
    }

    /** @param welch an estimator of mean power, for which epochs can be taken back out */
    static ChannelSpectra of(CleanCondition condition, String channel, Epochs epochs, WelchEstimator welch) {
        double[] microvolts = condition.microvolts(channel);
        int[] firstSamples = condition.epochs(channel, epochs);
        PowerSpectrum all = welch.estimate(microvolts, firstSamples);
        int groups = Math.min(GROUPS, firstSamples.length);
        PowerSpectrum[] without = new PowerSpectrum[groups];
        for (int g = 0; g < groups; g++) {
            int[] group = Jackknife.group(firstSamples, groups, g);
            without[g] = takeOut(all, firstSamples.length, welch.estimate(microvolts, group), group.length);
        }
        return new ChannelSpectra(all, without);
    }

    PowerSpectrum all() {
        return all;
    }

    /** A value of the spectrum without each group. */
    double[] without(ToDoubleFunction<PowerSpectrum> value) {
        double[] values = new double[without.length];
        for (int g = 0; g < values.length; g++) {
            values[g] = value.applyAsDouble(without[g]);
        }
        return values;
    }

    PowerSpectrum without(int group) {
        return without[group];
    }

    int groups() {
        return without.length;
    }

    private static PowerSpectrum takeOut(PowerSpectrum all, int epochs, PowerSpectrum part, int partEpochs) {
        double[] density = all.densities();
        for (int k = 0; k < density.length; k++) {
            // rounding must not make a density negative
            double rest = epochs * density[k] - partEpochs * part.density(k);
            density[k] = Math.max(0, rest) / (epochs - partEpochs);
        }
        return new PowerSpectrum(all.stepHertz(), density);
    }
}
