package org.neuroward.drill.network;

import java.time.Duration;
import java.util.Locale;

/**
 * How the network between beds and server is for a while.
 *
 * @param words for the table
 * @param loss share of the packets; so for the other shares
 * @param cut nothing passes, and nobody is told
 */
record Weather(
        String words,
        Duration lasts,
        int delayMillis,
        int jitterMillis,
        double loss,
        double duplicate,
        double reorder,
        boolean cut) {

    static Weather fair(Duration lasts) {
        return new Weather("fair", lasts, 0, 0, 0, 0, 0, false);
    }

    static Weather delay(Duration lasts, int millis, int jitter) {
        return new Weather("delay " + millis + " ± " + jitter + " ms", lasts, millis, jitter, 0, 0, 0, false);
    }

    static Weather loss(Duration lasts, double loss) {
        return new Weather("loss " + percent(loss), lasts, 20, 5, loss, 0, 0, false);
    }

    static Weather duplication(Duration lasts, double share) {
        return new Weather("duplication " + percent(share), lasts, 20, 5, 0, share, 0, false);
    }

    static Weather reordering(Duration lasts, double share) {
        return new Weather("reordering " + percent(share), lasts, 30, 10, 0, 0, share, false);
    }

    static Weather all(Duration lasts) {
        return new Weather("all of it: 80 ± 60 ms, 3 % each", lasts, 80, 60, 0.03, 0.03, 0.03, false);
    }

    static Weather cut(String words, Duration lasts) {
        return new Weather(words, lasts, 0, 0, 0, 0, 0, true);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** Only delays and cuts can be made above TCP. */
    boolean needsPackets() {
        return loss > 0 || duplicate > 0 || reorder > 0;
    }
}
