package org.neuroward.drill;

import java.io.IOException;
import java.util.Map;

/** Something that can go wrong in a hospital, done on purpose to the built clinic. */
public interface Drill {

    /** As in {@code ./neuroward drill NAME}. */
    String name();

    /** Options beside seed, runs and where to work, with the values that they have when they are not given. */
    Map<String, String> defaults();

    /** Does it once, and says what was found. */
    DrillReport run(DrillOptions options) throws IOException, InterruptedException;
}
