package org.neuroward.features;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Signals that no amplifier should give and every amplifier gives one day. */
enum DegenerateSignal {
    CONSTANT,
    EMPTY,
    NO_CHANNEL,
    ALL_NAN,
    ONE_NAN,
    INFINITE,
    ONE_SAMPLE,
    TWO_SAMPLES,
    ONE_CHANNEL,
    CLIPPED,
    HUGE,
    DENORMAL;

    private static final double RANGE_END_MICROVOLTS = 200;

    TestSignal signal() {
        double[][] usual = TestSignal.usual().microvolts();
        return new TestSignal(
                switch (this) {
                    case CONSTANT -> mapped(usual, x -> 7.3);
                    case EMPTY -> shortened(usual, 0);
                    case NO_CHANNEL -> new double[0][];
                    case ALL_NAN -> mapped(usual, x -> Double.NaN);
                    case ONE_NAN -> with(usual, 70, Double.NaN);
                    case INFINITE -> with(with(usual, 70, Double.POSITIVE_INFINITY), 100, Double.NEGATIVE_INFINITY);
                    case ONE_SAMPLE -> shortened(usual, 1);
                    case TWO_SAMPLES -> shortened(usual, 2);
                    case ONE_CHANNEL -> Arrays.copyOf(usual, 1);
                    case CLIPPED -> mapped(usual, x -> x < 0 ? -RANGE_END_MICROVOLTS : RANGE_END_MICROVOLTS);
                    case HUGE -> mapped(usual, x -> x * 1e300);
                    case DENORMAL -> mapped(usual, x -> x * 1e-312);
                });
    }

    private static double[][] mapped(double[][] signal, DoubleUnaryOperator each) {
        return Arrays.stream(signal)
                .map(channel -> Arrays.stream(channel).map(each).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] shortened(double[][] signal, int samples) {
        return Arrays.stream(signal)
                .map(channel -> Arrays.copyOf(channel, samples))
                .toArray(double[][]::new);
    }

    private static double[][] with(double[][] signal, int sample, double value) {
        signal[0][sample] = value;
        return signal;
    }
}
