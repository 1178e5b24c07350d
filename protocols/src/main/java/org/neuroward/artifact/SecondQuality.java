package org.neuroward.artifact;

import java.util.Arrays;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.FourierPlan;

/**
 * How one channel looks in one second of unfiltered signal, for the eye of the person at the bed. It steers no score.
 *
 * <p>Flat and clipped follow the artifact rules of scoring. {@code LINE}: the mains stand at least 10 dB above their
 * surroundings and carry at least 5 µV rms. {@code NOISY}: 1–45 Hz carries more than 50 µV rms, twice what strong alpha does.
 *
 * @param microvoltsRms about the mean of the second
 * @param lineDecibels density within 1 Hz of the mains frequency against the 4 Hz on either side; 0 when not measurable
 */
public record SecondQuality(Status status, double microvoltsRms, double lineDecibels) {

    private static final double LINE_MICROVOLTS_RMS = 5;
    private static final double NOISY_MICROVOLTS_RMS = 50;

    /** In order of precedence. */
    public enum Status {
        CLIPPED,
        FLAT,
        LINE,
        NOISY,
        GOOD
    }

    /**
     * @param microvolts about one second of one channel, not filtered
     * @param lowestMicrovolts end of the converter's range, for clipping; may be negative infinity
     * @param highestMicrovolts other end
     * @param lineHertz 50 or 60
     */
    public static SecondQuality assess(
            double[] microvolts,
            SamplingRate rate,
            double lowestMicrovolts,
            double highestMicrovolts,
            double lineHertz) {
        double mean = mean(microvolts);
        double rms = Math.sqrt(
                mean(Arrays.stream(microvolts).map(x -> (x - mean) * (x - mean)).toArray()));
        double[] power = hannPower(microvolts, mean);
        double stepHertz = rate.hertz() / microvolts.length;
        double line = LineNoise.decibels(power, stepHertz, lineHertz).orElse(0);
        Status status;
        if (FlatSignal.isClipped(microvolts, lowestMicrovolts, highestMicrovolts)) {
            status = Status.CLIPPED;
        } else if (rms < FlatSignal.MICROVOLTS_RMS || FlatSignal.standsStill(microvolts, rate)) {
            status = Status.FLAT;
        } else if (line > LineNoise.LIMIT_DECIBELS
                && rms(power, stepHertz, lineHertz - 1, lineHertz + 1) > LINE_MICROVOLTS_RMS) {
            status = Status.LINE;
        } else {
            status = rms(power, stepHertz, 1, 45) > NOISY_MICROVOLTS_RMS ? Status.NOISY : Status.GOOD;
        }
        return new SecondQuality(status, rms, line);
    }

    /** One-sided power (µV²) for each frequency; the sum over a band is the power of that band. */
    private static double[] hannPower(double[] microvolts, double mean) {
        var plan = new FourierPlan(microvolts.length);
        double[] tapered = new double[microvolts.length];
        double energy = 0;
        for (int n = 0; n < tapered.length; n++) {
            double taper = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * n / tapered.length);
            tapered[n] = (microvolts[n] - mean) * taper;
            energy += taper * taper;
        }
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];
        plan.newTransform().forward(tapered, re, im);
        double[] power = new double[plan.bins()];
        for (int k = 0; k < power.length; k++) {
            power[k] = 2 * (re[k] * re[k] + im[k] * im[k]) / (energy * tapered.length);
        }
        return power;
    }

    private static double rms(double[] power, double stepHertz, double fromHertz, double toHertz) {
        double sum = 0;
        for (int k = 0; k < power.length; k++) {
            double hertz = k * stepHertz;
            sum += hertz >= fromHertz && hertz <= toHertz ? power[k] : 0;
        }
        return Math.sqrt(sum);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
