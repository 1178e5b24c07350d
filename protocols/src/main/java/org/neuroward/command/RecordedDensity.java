package org.neuroward.command;

import java.io.IOException;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/**
 * Welch-R of a stretch of one channel as it was recorded: no filter, no other reference. Two-second epochs overlap by half, the
 * first begins with the stretch; samples that fill no epoch at its end are left out. Memory does not grow with the stretch.
 *
 * @param firstSample of the stretch
 * @param samples of the stretch
 */
record RecordedDensity(
        PowerSpectrum spectrum, long firstSample, long samples, int epochSamples, int overlapSamples, long epochs) {

    private static final int EPOCHS_AT_A_TIME = 256;
    private static final double EPOCH_SECONDS = 2;
    private static final int LEAST_EPOCH_SAMPLES = 8;

    static RecordedDensity of(Recording recording, int index, double fromSeconds, double toSeconds)
            throws CommandFailure, IOException {
        Channel channel = recording.channels().get(index);
        double rate = channel.rate().hertz();
        if (channel.findCalibration().isEmpty()) {
            throw CommandFailure.of("spectrum.no-voltage", channel.label().strip(), channel.unit());
        }
        int length = (int) Math.floor(EPOCH_SECONDS * rate + 1e-9);
        if (length < LEAST_EPOCH_SAMPLES) {
            throw CommandFailure.of("spectrum.slow", channel.label().strip(), rate);
        }
        long first = Math.round(fromSeconds * rate);
        long end = Math.round(toSeconds * rate);
        requireRecorded(recording, index, first, end);
        if (end - first < length) {
            throw CommandFailure.of("spectrum.short", end - first, length);
        }
        int step = length - length / 2;
        long epochs = (end - first - length) / step + 1;
        WelchEstimator welch = WelchEstimator.hann(channel.rate(), length);
        return new RecordedDensity(
                mean(recording, index, first, epochs, step, welch), first, end - first, length, length / 2, epochs);
    }

    private static void requireRecorded(Recording recording, int index, long first, long end) throws CommandFailure {
        double rate = recording.channels().get(index).rate().hertz();
        if (end > recording.samples(index)) {
            throw CommandFailure.of("spectrum.outside", recording.samples(index) / rate);
        }
        for (Gap gap : recording.gaps(index)) {
            if (gap.firstSample() < end && gap.endSample() > first) {
                throw CommandFailure.of("spectrum.gap", gap.firstSample() / rate, gap.endSample() / rate);
            }
        }
    }

    private static PowerSpectrum mean(
            Recording recording, int index, long first, long epochs, int step, WelchEstimator welch)
            throws IOException {
        double[] sums = new double[0];
        double stepHertz = 0;
        for (long done = 0; done < epochs; done += EPOCHS_AT_A_TIME) {
            int count = (int) Math.min(EPOCHS_AT_A_TIME, epochs - done);
            int[] firstSamples = new int[count];
            for (int e = 0; e < count; e++) {
                firstSamples[e] = e * step;
            }
            double[] microvolts = new double[firstSamples[count - 1] + welch.epochSamples()];
            recording.microvolts(index, first + done * step, microvolts);
            PowerSpectrum part = welch.estimate(microvolts, firstSamples);
            stepHertz = part.stepHertz();
            sums = sums.length == 0 ? new double[part.bins()] : sums;
            for (int k = 0; k < sums.length; k++) {
                sums[k] += part.density(k) * ((double) count / epochs);
            }
        }
        return new PowerSpectrum(stepHertz, sums);
    }
}
