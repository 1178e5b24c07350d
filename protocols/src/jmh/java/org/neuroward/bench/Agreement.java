package org.neuroward.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far our values lie from the peer's, before anything is timed: speed of another computation would mean nothing. */
final class Agreement {

    private Agreement() {}

    /** By the peer's task: the largest difference of two values over the largest of the peer's values. */
    static Map<String, Double> of(SignalWork work, Path peerValues) throws IOException {
        Map<String, Double> found = new LinkedHashMap<>();
        for (SignalTask task : SignalTask.ALL) {
            Path file = peerValues.resolve(task.peer().orElse("none") + ".f64");
            if (task.values().isPresent() && Files.exists(file)) {
                found.put(
                        task.peer().get(), largestDifference(task.values().get().of(work), Files.readAllBytes(file)));
            }
        }
        return found;
    }

    /** Infinite when the sides gave different numbers of values. */
    private static double largestDifference(double[][] ours, byte[] peer) {
        var values = ByteBuffer.wrap(peer).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        double difference = 0;
        double largest = 0;
        for (double[] row : ours) {
            if (values.remaining() < row.length) {
                return Double.POSITIVE_INFINITY;
            }
            for (double value : row) {
                double other = values.get();
                // Where both have no value they agree.
                if (!Double.isNaN(value) || !Double.isNaN(other)) {
                    difference = greater(difference, Math.abs(value - other));
                    largest = greater(largest, Math.abs(other));
                }
            }
        }
        return values.hasRemaining() ? Double.POSITIVE_INFINITY : difference / largest;
    }

    /** A NaN stays. */
    private static double greater(double most, double next) {
        return next > most || Double.isNaN(next) ? next : most;
    }
}
