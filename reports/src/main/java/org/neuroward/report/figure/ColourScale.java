package org.neuroward.report.figure;

import java.util.Locale;

/**
 * The sequential map "viridis" (S. van der Walt and N. Smith, CC0): even steps for the eye, readable in grey and with
 * every common colour blindness.
 */
final class ColourScale {

    /** matplotlib 3.6.3, {@code cm.viridis(i / 15)}. */
    private static final int[] STOPS = {
        0x440154, 0x481a6c, 0x472f7d, 0x414487, 0x39568c, 0x31688e, 0x2a788e, 0x23888e,
        0x1f988b, 0x22a884, 0x35b779, 0x54c568, 0x7ad151, 0xa5db36, 0xd2e21b, 0xfde725
    };

    private ColourScale() {}

    /** @param share of the range, 0 to 1; outside of it the end's colour */
    static String at(double share) {
        double place = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
        int below = (int) Math.min(place, STOPS.length - 2);
        double part = place - below;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = STOPS[below] >> shift & 0xff;
            int to = STOPS[below + 1] >> shift & 0xff;
            colour |= (int) Math.round(from + (to - from) * part) << shift;
        }
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
