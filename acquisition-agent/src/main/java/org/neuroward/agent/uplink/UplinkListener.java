package org.neuroward.agent.uplink;

import java.util.UUID;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.TimeAnswer;

/** Hears from the uplink, on its thread where nothing else is said; must return at once. */
public interface UplinkListener {

    /** The server has taken the agent in; it expects the agent's state now. */
    void welcomed();

    /** A command; acknowledgements and the like stay in the uplink. */
    void commanded(FromServer command);

    /** All frames of a recording that has ended are durable on the server, or it will not take them. */
    void uploaded(UUID recordingId);

    /** What the server's clock showed when it answered a heartbeat; called by whoever receives, at once. */
    void timed(TimeAnswer answer);

    /** Something keeps the agent from its server that a person must see to; said once for each such time. */
    void troubled(LinkState.Reason reason);
}
