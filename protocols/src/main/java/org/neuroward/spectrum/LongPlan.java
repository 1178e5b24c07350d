package org.neuroward.spectrum;

import java.util.stream.IntStream;

/**
 * A complex transform of many points written as a matrix (the four steps of Bailey 1990): transforms of its columns, a turn of
 * each element, transposition, transforms of its columns again. Within each step all columns run side by side. Immutable and
 * shared.
 */
public final class LongPlan {

    /** Sides of matrices: few layers, and no row so short that the loop over it does not pay. */
    private static final int[] SIDES = {32, 40, 48, 64, 80, 96, 128, 160, 192, 256, 320, 384, 512, 640, 768, 1024};

    final int rows;
    final int columns;
    final LanePlan ofColumns;
    final LanePlan ofRows;
    private final double[][] turnCosines;
    private final double[][] turnSines;

    private LongPlan(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        UnitRoots roots = new UnitRoots(rows * columns);
        this.ofColumns = new LanePlan(rows, roots);
        this.ofRows = new LanePlan(columns, roots);
        this.turnCosines = new double[rows][columns];
        this.turnSines = new double[rows][columns];
        for (int k = 0; k < rows; k++) {
            for (int n = 0; n < columns; n++) {
                turnCosines[k][n] = roots.cosines[k * n];
                turnSines[k][n] = roots.sines[k * n];
            }
        }
    }

    /**
     * The smallest plan for at least {@code points} points, 1024 to 1 048 576.
     *
     * @throws IllegalArgumentException when more points are asked for
     */
    public static LongPlan ofAtLeast(int points) {
        for (int i = 0; i < 2 * SIDES.length - 1; i++) {
            if (shorter(i) * longer(i) >= points) {
                return new LongPlan(shorter(i), longer(i));
            }
        }
        throw new IllegalArgumentException("a long transform has at most 1048576 points: " + points);
    }

    /** The lengths there are, ascending. */
    public static int[] lengths() {
        return IntStream.range(0, 2 * SIDES.length - 1)
                .map(i -> shorter(i) * longer(i))
                .toArray();
    }

    private static int shorter(int i) {
        return SIDES[i / 2];
    }

    private static int longer(int i) {
        return SIDES[(i + 1) / 2];
    }

    public int points() {
        return rows * columns;
    }

    /** Working memory for one user of this plan. */
    public LongTransform newTransform() {
        return new LongTransform(this);
    }

    double[] turnCosines(int row) {
        return turnCosines[row];
    }

    double[] turnSines(int row) {
        return turnSines[row];
    }
}
