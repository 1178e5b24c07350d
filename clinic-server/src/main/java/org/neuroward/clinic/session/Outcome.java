package org.neuroward.clinic.session;

import java.util.UUID;

/** Answer to a wish about a session. */
public sealed interface Outcome {

    /**
     * Done.
     *
     * @param confirmed false when the agent is away, and will do it when it comes back
     */
    record Done(UUID sessionId, boolean confirmed) implements Outcome {}

    /** Not done, and nothing changed. */
    record Refused(Refusal why) implements Outcome {}
}
