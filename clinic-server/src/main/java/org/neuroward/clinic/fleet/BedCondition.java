package org.neuroward.clinic.fleet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.neuroward.wire.FromAgent.Status;

/**
 * How a bed is.
 *
 * @param link the agent's connection, if there is one
 * @param present what is wrong, the most urgent first
 * @param over what was wrong until lately, the latest last
 */
public record BedCondition(Optional<AgentLink> link, List<TroubleBook.Present> present, List<TroubleBook.Over> over) {

    public BedCondition {
        Objects.requireNonNull(link);
        present = List.copyOf(present);
        over = List.copyOf(over);
    }

    /** The agent's last heartbeat on this connection. */
    public Optional<Status> status() {
        return link.flatMap(AgentLink::status);
    }
}
