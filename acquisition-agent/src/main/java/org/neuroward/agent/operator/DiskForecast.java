package org.neuroward.agent.operator;

import java.util.List;
import java.util.OptionalDouble;
import org.neuroward.signal.Channel;
import org.neuroward.wire.SpoolFacts;

/** How long the bedside disk lasts at this amplifier's rate. */
final class DiskForecast {

    private static final double SECONDS_PER_HOUR = 3600;

    /** Frames and their index beside the counts: 76 bytes to some 3,000 of payload, rounded up. */
    private static final double OVERHEAD = 1.05;

    private DiskForecast() {}

    /** Hours of recording that still fit; empty while the amplifier's channels are not known. */
    static OptionalDouble hoursLeft(SpoolFacts spool, List<Channel> channels) {
        double bytesPerSecond = channels.stream()
                        .mapToDouble(channel -> channel.rate().hertz() * Integer.BYTES)
                        .sum()
                * OVERHEAD;
        return channels.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(spool.diskFreeBytes() / bytesPerSecond / SECONDS_PER_HOUR);
    }
}
