package org.neuroward.reference;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.neuroward.signal.Electrode;

/**
 * Reference electrode standardisation technique, REST: what the potentials would be against a point at infinity (Yao 2001,
 * Physiol Meas 22:693).
 *
 * <p>An equivalent layer of 3000 dipoles in a three-sphere head (2600 radial ones on the cap of radius 0.869 above z = -0.076, 400
 * upright ones on the disc that closes it, both along golden-angle spirals) explains the average-referenced potentials x by
 * least norm; the mean of the potentials that it makes is what the average reference took away:
 * {@code v = x + 1 mean(G pinv(G_a) x)}. As a whole that is one fixed row of weights, {@code v = x + 1 (wᵀx)} with Σw = 0: it
 * corrects every sample by itself, without delay, whatever the reference of the recording.
 *
 * <p>With fewer than 32 electrodes the correction is uncertain; at 19 it is offered beside the average reference, not in its
 * place.
 */
public final class InfinityReference {

    /** Fewer electrodes than this carry no estimate worth the name. */
    public static final int ADVISED_ELECTRODES = 32;

    private static final int CAP_DIPOLES = 2600;
    private static final int DISC_DIPOLES = 400;
    private static final double CAP_RADIUS = 0.869;
    private static final double DISC_RADIUS = 0.868;
    private static final double DISC_HEIGHT = -0.076;
    private static final double GOLDEN_TURN = Math.PI * (1 + Math.sqrt(5));

    private InfinityReference() {}

    /**
     * The weights w of the average-referenced channels, in the order of the electrodes; they sum to 0.
     *
     * @param electrodes good ones, at least two
     */
    public static double[] weights(List<Electrode> electrodes) {
        if (electrodes.size() < 2) {
            throw new IllegalArgumentException(
                    "a reference at infinity needs at least two electrodes: electrodes=" + electrodes.size());
        }
        double[][] field = leadField(electrodes);
        int count = field.length;
        double[] means = columnMeans(field);
        // w = (1/E) (G_a G_aᵀ)⁺ G_a Gᵀ 1. The null space of G_a G_aᵀ is the constant, which the right side does not
        // hold:
        // with a constant added to the matrix an ordinary solution gives the same w.
        double[][] system = new double[count][count];
        double[] right = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                system[i][j] = centredProduct(field[i], field[j], means) + 1;
            }
            for (int s = 0; s < means.length; s++) {
                right[i] += (field[i][s] - means[s]) * means[s];
            }
        }
        double[] weights = new LUDecomposition(new Array2DRowRealMatrix(system, false))
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
        return centred(weights);
    }

    /** Rounding leaves a sum near 1e-15; it is taken out. */
    private static double[] centred(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double mean = sum / weights.length;
        return Arrays.stream(weights).map(weight -> weight - mean).toArray();
    }

    private static double centredProduct(double[] a, double[] b, double[] means) {
        double sum = 0;
        for (int s = 0; s < means.length; s++) {
            sum += (a[s] - means[s]) * (b[s] - means[s]);
        }
        return sum;
    }

    private static double[] columnMeans(double[][] field) {
        double[] means = new double[field[0].length];
        for (double[] row : field) {
            for (int s = 0; s < means.length; s++) {
                means[s] += row[s] / field.length;
            }
        }
        return means;
    }

    /** Potential at each electrode of each dipole of the layer, [electrode][dipole]. */
    private static double[][] leadField(List<Electrode> electrodes) {
        ConcentricSpheres head = ConcentricSpheres.head();
        double[][] places =
                electrodes.stream().map(e -> new double[] {e.x(), e.y(), e.z()}).toArray(double[][]::new);
        double[][] field = new double[places.length][CAP_DIPOLES + DISC_DIPOLES];
        for (int s = 0; s < CAP_DIPOLES + DISC_DIPOLES; s++) {
            double[] dipole = s < CAP_DIPOLES ? onCap(s) : onDisc(s - CAP_DIPOLES);
            double[] moment = s < CAP_DIPOLES ? outwards(dipole) : new double[] {0, 0, 1};
            for (int e = 0; e < places.length; e++) {
                field[e][s] = head.potential(dipole, moment, places[e]);
            }
        }
        return field;
    }

    private static double[] onCap(int i) {
        double z = CAP_RADIUS - (CAP_RADIUS - DISC_HEIGHT) * (i + 0.5) / CAP_DIPOLES;
        return onSpiral(i, Math.sqrt(CAP_RADIUS * CAP_RADIUS - z * z), z);
    }

    private static double[] onDisc(int j) {
        return onSpiral(j, DISC_RADIUS * Math.sqrt((j + 0.5) / DISC_DIPOLES), DISC_HEIGHT);
    }

    private static double[] onSpiral(int index, double radius, double z) {
        double turn = GOLDEN_TURN * (index + 0.5);
        return new double[] {radius * StrictMath.cos(turn), radius * StrictMath.sin(turn), z};
    }

    private static double[] outwards(double[] dipole) {
        double length = Math.sqrt(dipole[0] * dipole[0] + dipole[1] * dipole[1] + dipole[2] * dipole[2]);
        return new double[] {dipole[0] / length, dipole[1] / length, dipole[2] / length};
    }
}
