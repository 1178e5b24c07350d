package org.neuroward.agent.device.simulated;

import java.util.Random;

/** Things that happen now and then: at least {@code shortest}, at most {@code longest} seconds apart. */
final class Occurrences {

    private final Random random;
    private final double shortestSeconds;
    private final double spreadSeconds;
    private final double hertz;
    private long samplesLeft;

    Occurrences(Random random, double shortestSeconds, double longestSeconds, double hertz) {
        this.random = random;
        this.shortestSeconds = shortestSeconds;
        this.spreadSeconds = longestSeconds - shortestSeconds;
        this.hertz = hertz;
        schedule();
    }

    /** True when one starts at this sample. */
    boolean startsNow() {
        if (samplesLeft-- > 0) {
            return false;
        }
        schedule();
        return true;
    }

    private void schedule() {
        samplesLeft = (long) ((shortestSeconds + spreadSeconds * random.nextDouble()) * hertz);
    }
}
