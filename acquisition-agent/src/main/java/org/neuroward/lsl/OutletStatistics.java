package org.neuroward.lsl;

import java.util.List;

/**
 * What came of the samples that were pushed.
 *
 * @param lost samples that inlets did not take in time, those of inlets that have left included
 * @param refusedQueries questions that were not answered because they were no good, or too many
 */
public record OutletStatistics(long pushed, long delivered, long lost, long refusedQueries, List<Client> clients) {

    /** One connected inlet. */
    public record Client(String address, long delivered, long lost) {}

    public OutletStatistics {
        clients = List.copyOf(clients);
    }
}
