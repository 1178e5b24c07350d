package org.neuroward.bench;

import java.util.SplittableRandom;
import org.neuroward.signal.SamplingRate;

/**
 * The signal that every benchmark measures on: simulated, in µV, with a fixed seed. Each channel is noise whose density falls
 * about as 1/f (a sum of first-order low-passed noises, an octave apart), an alpha rhythm at 10 Hz that waxes and wanes and is
 * shared between channels with a delay, and a little mains hum. No person was recorded for it.
 */
public final class SimulatedSignal {

    public static final int CHANNELS = 19;
    public static final SamplingRate RATE = new SamplingRate(250);
    public static final int FIVE_MINUTES = 300 * 250;

    private static final long SEED = 20261123;
    private static final int OCTAVES = 9;

    private SimulatedSignal() {}

    /** 19 channels of five minutes at 250 Hz. */
    public static double[][] fiveMinutes() {
        return microvolts(CHANNELS, FIVE_MINUTES, RATE);
    }

    /** [channel][sample] in µV; a channel depends on its number, the length and the rate only. */
    public static double[][] microvolts(int channels, int samples, SamplingRate rate) {
        double[][] signal = new double[channels][samples];
        for (int channel = 0; channel < channels; channel++) {
            var random = new SplittableRandom(SEED + channel);
            addBackground(signal[channel], rate.hertz(), random);
            addRhythms(signal[channel], rate.hertz(), channel);
        }
        return signal;
    }

    private static void addBackground(double[] channel, double rateHertz, SplittableRandom random) {
        double[] keep = new double[OCTAVES];
        double[] state = new double[OCTAVES];
        for (int octave = 0; octave < OCTAVES; octave++) {
            keep[octave] = StrictMath.exp(-2 * Math.PI * 0.25 * (1 << octave) / rateHertz);
        }
        for (int n = 0; n < channel.length; n++) {
            double sum = 0;
            for (int octave = 0; octave < OCTAVES; octave++) {
                // The sum of three uniform numbers is near enough to a normal one, and quick.
                double noise = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
                state[octave] = keep[octave] * state[octave] + Math.sqrt(1 - keep[octave] * keep[octave]) * noise;
                sum += state[octave];
            }
            channel[n] = 10 * sum;
        }
    }

    private static void addRhythms(double[] channel, double rateHertz, int number) {
        double alphaMicrovolts = 4 + number % 7;
        double lagSeconds = 0.002 * number;
        for (int n = 0; n < channel.length; n++) {
            double seconds = n / rateHertz - lagSeconds;
            double waxing = 0.6 + 0.4 * StrictMath.sin(2 * Math.PI * 0.13 * seconds);
            channel[n] += alphaMicrovolts * waxing * StrictMath.sin(2 * Math.PI * 10 * seconds)
                    + 0.8 * StrictMath.sin(2 * Math.PI * 50 * seconds);
        }
    }
}
