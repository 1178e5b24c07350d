package org.neuroward.preparation;

import java.util.Arrays;
import java.util.List;
import org.neuroward.artifact.WindowGrid;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.signal.SamplingRate;

/** Which condition each stretch, and so each window, of the recording belongs to. */
public final class ConditionBlocks {

    private final List<Stretch> stretches;
    private final List<RestingCondition> conditions;
    private final WindowGrid grid;
    private final SamplingRate rate;

    /** @param conditions one for each stretch */
    ConditionBlocks(List<Stretch> stretches, List<RestingCondition> conditions, WindowGrid grid, SamplingRate rate) {
        this.stretches = List.copyOf(stretches);
        this.conditions = List.copyOf(conditions);
        this.grid = grid;
        this.rate = rate;
    }

    /** Those that occur, in the order of {@link RestingCondition}. */
    public List<RestingCondition> conditions() {
        return Arrays.stream(RestingCondition.values())
                .filter(conditions::contains)
                .toList();
    }

    public boolean[] windowsOf(RestingCondition condition) {
        boolean[] windows = new boolean[grid.windows()];
        for (int w = 0; w < windows.length; w++) {
            windows[w] = conditions.get(grid.stretch(w)) == condition;
        }
        return windows;
    }

    public double secondsRecorded(RestingCondition condition) {
        long samples = 0;
        for (int s = 0; s < stretches.size(); s++) {
            samples += conditions.get(s) == condition ? stretches.get(s).samples() : 0;
        }
        return samples / rate.hertz();
    }
}
