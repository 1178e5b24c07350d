package org.neuroward.spectrum;

/**
 * Discrete prolate spheroidal sequences (Slepian 1978): of all tapers of one length the orthogonal ones that concentrate most
 * of their energy within a band around 0. Immutable.
 *
 * <p>Eigenvectors of a symmetric tridiagonal matrix. Each has unit energy; even orders have a positive mean, odd orders begin
 * with a positive lobe, as SciPy's {@code dpss(sym=True)} has it.
 */
public final class SlepianTapers {

    private final int length;
    private final double[][] tapers;
    private final double[] concentrations;

    private SlepianTapers(int length, double[][] tapers, double[] concentrations) {
        this.length = length;
        this.tapers = tapers;
        this.concentrations = concentrations;
    }

    /**
     * @param length samples
     * @param timeHalfBandwidth duration times half bandwidth (NW), from 0.5 to below half the length
     * @param count how many, from the most concentrated on; no more than {@code length}
     */
    public static SlepianTapers of(int length, double timeHalfBandwidth, int count) {
        if (!(timeHalfBandwidth >= 0.5) || !(timeHalfBandwidth < length / 2.0) || count < 1 || count > length) {
            throw new IllegalArgumentException(
                    "tapers need 0.5 <= time-half-bandwidth < length / 2 and 1 <= count <= length: length=" + length
                            + ", timeHalfBandwidth=" + timeHalfBandwidth + ", count=" + count);
        }
        SymmetricTridiagonal matrix = matrix(length, timeHalfBandwidth / length);
        double[][] tapers = new double[count][];
        for (int k = 0; k < count; k++) {
            tapers[k] = matrix.eigenvector(matrix.eigenvalue(k));
            makeExactlySymmetric(tapers[k], k % 2 == 0);
            orient(tapers[k], k % 2 == 0);
        }
        return new SlepianTapers(length, tapers, concentrations(tapers, timeHalfBandwidth / length));
    }

    public int length() {
        return length;
    }

    public int count() {
        return tapers.length;
    }

    /** Copy of the taper of that order, from 0 on. */
    public double[] taper(int order) {
        return tapers[order].clone();
    }

    /** Share of the taper's energy that lies within the band, from 0 to 1. */
    public double concentration(int order) {
        return concentrations[order];
    }

    private static SymmetricTridiagonal matrix(int n, double halfBandwidth) {
        double cosine = StrictMath.cos(2 * Math.PI * halfBandwidth);
        double[] diagonal = new double[n];
        double[] beside = new double[n - 1];
        for (int i = 0; i < n; i++) {
            double centred = (n - 1 - 2.0 * i) / 2;
            diagonal[i] = centred * centred * cosine;
        }
        for (int i = 1; i < n; i++) {
            beside[i - 1] = i * (double) (n - i) / 2;
        }
        return new SymmetricTridiagonal(diagonal, beside);
    }

    private static void makeExactlySymmetric(double[] taper, boolean even) {
        double energy = 0;
        for (int i = 0, j = taper.length - 1; i <= j; i++, j--) {
            double half = (taper[i] + (even ? taper[j] : -taper[j])) / 2;
            taper[i] = half;
            taper[j] = even ? half : -half;
            energy += (i == j ? 1 : 2) * half * half;
        }
        double length = Math.sqrt(energy);
        for (int i = 0; i < taper.length; i++) {
            taper[i] /= length;
        }
    }

    private static void orient(double[] taper, boolean even) {
        double deciding = 0;
        if (even) {
            for (double v : taper) {
                deciding += v;
            }
        } else {
            double visible = Math.max(1e-7, 1.0 / taper.length);
            for (int i = 0; i < taper.length && deciding == 0; i++) {
                deciding = taper[i] * taper[i] > visible ? taper[i] : 0;
            }
        }
        for (int i = 0; deciding < 0 && i < taper.length; i++) {
            taper[i] = -taper[i];
        }
    }

    /** From the autocorrelation of each taper and the band's ideal response. */
    private static double[] concentrations(double[][] tapers, double halfBandwidth) {
        int n = tapers[0].length;
        var plan = new FourierPlan(2 * n);
        FourierTransform transform = plan.newTransform();
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];
        double[] concentrations = new double[tapers.length];
        double[] response = new double[n];
        for (int lag = 1; lag < n; lag++) {
            response[lag] = 2 / (Math.PI * lag) * StrictMath.sin(2 * Math.PI * halfBandwidth * lag);
        }
        for (int k = 0; k < tapers.length; k++) {
            double[] padded = java.util.Arrays.copyOf(tapers[k], 2 * n);
            transform.forward(padded, re, im);
            for (int j = 0; j < re.length; j++) {
                re[j] = re[j] * re[j] + im[j] * im[j];
                im[j] = 0;
            }
            transform.inverse(re, im, padded);
            double sum = 2 * halfBandwidth * padded[0];
            for (int lag = 1; lag < n; lag++) {
                sum += response[lag] * padded[lag];
            }
            concentrations[k] = Math.max(0, Math.min(1, sum));
        }
        return concentrations;
    }
}
