package org.neuroward.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neuroward.signal.Electrode;

/**
 * The recorded electrodes nearest to one of them: the four nearest, and whatever lies as near as the fourth, within 60° of the
 * sphere. With the 19 electrodes of the 10-20 system every one has three or more.
 *
 * @param positions of the channels, ascending
 */
record Neighbourhood(List<Integer> positions, List<Double> distances) {

    private static final int NEAREST = 4;
    private static final int FEWEST = 3;
    private static final double FARTHEST_DEGREES = 60;

    /** Positions on the sphere are given in whole degrees; what differs by less than this does not differ. */
    private static final double EQUAL = 1e-9;

    Neighbourhood {
        positions = List.copyOf(positions);
        distances = List.copyOf(distances);
    }

    /** @param others by the position of their channel, ascending */
    static Neighbourhood of(Electrode centre, Map<Integer, Electrode> others) {
        double[] sorted = others.values().stream()
                .mapToDouble(other -> degrees(centre, other))
                .sorted()
                .toArray();
        double limit = sorted.length < NEAREST ? FARTHEST_DEGREES : Math.min(FARTHEST_DEGREES, sorted[NEAREST - 1]);
        List<Integer> positions = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        others.forEach((position, other) -> {
            double distance = degrees(centre, other);
            if (distance <= limit + EQUAL) {
                positions.add(position);
                distances.add(distance);
            }
        });
        return new Neighbourhood(positions, distances);
    }

    boolean isEnough() {
        return positions.size() >= FEWEST;
    }

    /** Mean of the neighbours, weighted by 1/distance. */
    Row.Sum sum() {
        double total = 0;
        for (double distance : distances) {
            total += 1 / distance;
        }
        return new Row.Sum(
                positions, distances.stream().map(distance -> 1 / distance).toList(), total);
    }

    private static double degrees(Electrode a, Electrode b) {
        double cosine = a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
        return StrictMath.toDegrees(StrictMath.acos(Math.max(-1, Math.min(1, cosine))));
    }
}
