package org.neuroward.artifact;

import java.util.Arrays;
import java.util.List;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.filter.FirFilter;

/** Applies a filter to each gapless stretch by itself: nothing is filtered across a gap. */
public final class StretchFilter {

    private final List<Stretch> gapless;

    /** @param gapless stretches that lie end to end in the signal arrays */
    public StretchFilter(List<Stretch> gapless) {
        this.gapless = List.copyOf(gapless);
    }

    public double[] apply(FirFilter filter, double[] microvolts) {
        double[] filtered = new double[microvolts.length];
        for (Stretch stretch : gapless) {
            int from = stretch.firstSample();
            double[] part = filter.apply(Arrays.copyOfRange(microvolts, from, from + stretch.samples()));
            System.arraycopy(part, 0, filtered, from, part.length);
        }
        return filtered;
    }

    List<Stretch> gapless() {
        return gapless;
    }
}
