package org.neuroward.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neuroward.scoring.Outcome.NotAvailable;

/** Which channels values are reported of, and whether one of them may have any. */
final class Channels {

    private Channels() {}

    /** The good ones, then those that were recorded and are bad: their absence is told too. */
    static List<String> toReport(CleanCondition condition) {
        List<String> channels = new ArrayList<>(condition.names());
        channels.addAll(condition.bad());
        return channels;
    }

    /** Why a channel may not be measured. */
    static Optional<NotAvailable> refuse(CleanCondition condition, String channel, Epochs epochs, MinimumData minimum) {
        return condition.isGood(channel)
                ? minimum.refuse(
                        condition.seconds(channel, epochs), condition.names().size())
                : Optional.of(condition.whyNot(channel));
    }
}
