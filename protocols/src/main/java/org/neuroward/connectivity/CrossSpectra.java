package org.neuroward.connectivity;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.Band;

/**
 * Cross-spectra of all pairs of channels, summed over epochs, and the measures that are made of them; immutable.
 *
 * <p>The value of a band is the mean over its bins of the values of the bins. A pair has no value where a channel has no power in
 * a bin (constant, empty) or an epoch holds a NaN. Channels that differ in amplitude only have imaginary coherence, phase-lag
 * index and both forms of the weighted index 0: an imaginary part within rounding (10⁻¹³ of the epochs' norms) counts as none.
 * An epoch in which one of two channels is constant counts as one without phase relation.
 */
public final class CrossSpectra {

    private final CrossSums sums;
    private final Set<ConnectivityMeasure> measures;
    private final int epochs;
    private final BinRange bins;
    private final double stepHertz;

    CrossSpectra(CrossSums sums, Set<ConnectivityMeasure> measures, int epochs, BinRange bins, double stepHertz) {
        this.sums = sums;
        this.measures = measures;
        this.epochs = epochs;
        this.bins = bins;
        this.stepHertz = stepHertz;
    }

    /** The spectra with a periodic Hann taper: see {@link CrossSpectrumEstimator#estimate}. */
    public static CrossSpectra of(
            double[][] microvolts, SamplingRate rate, int[] firstSamples, int epochSamples, List<Band> bands) {
        return CrossSpectrumEstimator.hann(rate, epochSamples).estimate(microvolts, firstSamples, bands);
    }

    public int channels() {
        return sums.channels();
    }

    public int epochs() {
        return epochs;
    }

    /** Number of frequencies held: from the lowest to the highest of all bands that were asked for. */
    public int bins() {
        return bins.count();
    }

    public double hertz(int bin) {
        return (bins.first() + bin) * stepHertz;
    }

    /** The measure of all pairs at one frequency. */
    public PairMatrix bin(ConnectivityMeasure measure, int bin) {
        Objects.checkIndex(bin, bins.count());
        return matrix(measure, bin, bin + 1);
    }

    /**
     * The mean of the measure over the bins of a band, for all pairs.
     *
     * @throws IllegalArgumentException when the band has too few bins or leaves the bands that were asked for, or the measure was not
     *     asked for
     */
    public PairMatrix band(ConnectivityMeasure measure, Band band) {
        BinRange range = BinRange.of(band, stepHertz);
        if (range.count() < CrossSpectrumEstimator.MIN_BINS
                || range.first() < bins.first()
                || range.end() > bins.end()) {
            throw new IllegalArgumentException("the band must lie within those estimated and hold at least "
                    + CrossSpectrumEstimator.MIN_BINS + " frequencies: band=" + band + ", lowestHertz=" + hertz(0)
                    + ", highestHertz=" + hertz(bins.count() - 1) + ", stepHertz=" + stepHertz);
        }
        return matrix(measure, range.first() - bins.first(), range.end() - bins.first());
    }

    private PairMatrix matrix(ConnectivityMeasure measure, int fromBin, int toBin) {
        if (!measures.contains(measure)) {
            throw new IllegalArgumentException(
                    "the measure must be one of those estimated: measure=" + measure + ", estimated=" + measures);
        }
        int channels = sums.channels();
        double[] upper = new double[channels * (channels - 1) / 2];
        int pair = 0;
        for (int i = 0; i < channels; i++) {
            for (int j = i + 1; j < channels; j++) {
                double sum = 0;
                for (int bin = fromBin; bin < toBin; bin++) {
                    sum += value(measure, new Place(i, j, pair, bin));
                }
                upper[pair++] = sum / (toBin - fromBin);
            }
        }
        return measure.turnsWithOrder()
                ? PairMatrix.antisymmetric(channels, upper)
                : PairMatrix.symmetric(channels, upper);
    }

    /** Two channels, the place of their pair, and a bin. */
    private record Place(int i, int j, int pair, int bin) {}

    private double value(ConnectivityMeasure measure, Place place) {
        double powerX = sums.power[place.i][place.bin];
        double powerY = sums.power[place.j][place.bin];
        if (!(powerX > 0 && powerY > 0 && powerX * powerY < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        int pair = place.pair;
        int bin = place.bin;
        boolean lagged = isLagged(place, powerX, powerY);
        return switch (measure) {
            case COHERENCE -> squaredNorm(sums.re[pair][bin], sums.im[pair][bin]) / (powerX * powerY);
            case IMAGINARY_COHERENCE -> lagged ? sums.im[pair][bin] / Math.sqrt(powerX * powerY) : 0;
            case PHASE_LOCKING_VALUE -> Math.sqrt(squaredNorm(sums.unitRe[pair][bin], sums.unitIm[pair][bin])) / epochs;
            case PHASE_LAG_INDEX -> lagged ? Math.abs(sums.signIm[pair][bin]) / epochs : 0;
            case WEIGHTED_PHASE_LAG_INDEX -> lagged ? Math.abs(sums.im[pair][bin]) / sums.absIm[pair][bin] : 0;
            case DEBIASED_WEIGHTED_PHASE_LAG_INDEX -> lagged ? debiased(pair, bin) : 0;
        };
    }

    private static double squaredNorm(double real, double imaginary) {
        return real * real + imaginary * imaginary;
    }

    /** Whether the two channels differ by more than a factor, beyond rounding. */
    private boolean isLagged(Place place, double powerX, double powerY) {
        double rounding = Math.sqrt(powerX * sums.rounding[place.j]) + Math.sqrt(powerY * sums.rounding[place.i]);
        return !(sums.absIm[place.pair][place.bin] <= rounding);
    }

    /** The sum over different epochs, relative to what it would be if all had the same sign; 0 where only one epoch has any. */
    private double debiased(int pair, int bin) {
        double sum = sums.im[pair][bin];
        double magnitudes = sums.absIm[pair][bin];
        double squares = sums.squaredIm[pair][bin];
        double largest = magnitudes * magnitudes - squares;
        return largest > 0 || Double.isNaN(largest) ? (sum * sum - squares) / largest : 0;
    }
}
