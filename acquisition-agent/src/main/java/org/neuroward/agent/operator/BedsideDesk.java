package org.neuroward.agent.operator;

import java.util.Optional;

/**
 * What page and terminal ask of the running agent. Called from threads of the page: every method may be called by several at
 * once, and answers within 5 seconds; an answer that would take longer is {@link DeskRefusal#NO_ANSWER}.
 */
public interface BedsideDesk {

    /** The bed as it is now; at once, from what is known. */
    BedStatus status();

    /**
     * Runs the amplifier to look at its signal, or ends that; nothing is kept. Refused while anything else holds the bed.
     *
     * @return empty when done, here and below
     */
    Optional<DeskRefusal> show(boolean on);

    /** Begins a recording that the server did not ask for. */
    Optional<DeskRefusal> start(OfflineStart start);

    /** A remark at the next sample, in the recording that runs, whoever began it. */
    Optional<DeskRefusal> mark(String text);

    /** Ends the recording that runs, whoever began it, at its next whole second. */
    Optional<DeskRefusal> stop();

    Optional<DeskRefusal> measureImpedance(boolean on);
}
