package org.neuroward.agent.device.lsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Samples that wait because their stamps are late: either samples are missing before them, or the source was held up and its
 * stamps will come back to their line. Which, only those that follow can tell.
 */
final class HeldRows {

    /** A sample. Its counts are empty when a value was no number. */
    record Row(double stamp, Optional<int[]> counts) {}

    private static final double LEAST_SECONDS = 0.3;
    private static final double MOST_SECONDS = 2;
    private static final int MOST_VALUES = 4 << 20;

    private final List<Row> rows = new ArrayList<>();
    private final List<Double> late = new ArrayList<>();
    private final int mostRows;
    private final double hertz;

    HeldRows(double hertz, int channels) {
        this.hertz = hertz;
        this.mostRows = Math.max(2, MOST_VALUES / channels);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    void add(Row row, double lateSeconds) {
        rows.add(row);
        late.add(lateSeconds);
    }

    /** Long enough to tell: a source that was held up has caught up by then. */
    boolean isEnough() {
        double seconds = Math.min(MOST_SECONDS, LEAST_SECONDS + Math.max(0, late.getFirst()));
        return rows.size() >= Math.min(mostRows, Math.max(4, seconds * hertz));
    }

    double leastLate() {
        return late.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    double medianLate() {
        double[] sorted =
                late.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Gives all of them and keeps none. */
    List<Row> release() {
        List<Row> all = List.copyOf(rows);
        rows.clear();
        late.clear();
        return all;
    }

    @Override
    public String toString() {
        return rows.size() + " samples, late by " + Arrays.toString(late.toArray());
    }
}
