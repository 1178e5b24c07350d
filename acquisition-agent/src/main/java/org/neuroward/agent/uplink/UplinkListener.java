package org.neuroward.agent.uplink;

import java.util.UUID;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.Refused;

/** Hears from the uplink, on its thread; must return at once. */
public interface UplinkListener {

    /** The server has taken the agent in; it expects the agent's state now. */
    void welcomed();

    /** A command; acknowledgements and the like stay in the uplink. */
    void commanded(FromServer command);

    /** All frames of a recording that has ended are durable on the server, or it will not take them. */
    void uploaded(UUID recordingId);

    /** The server does not want this agent: another attempt will end the same way until someone changes something. */
    void refused(Refused refusal);
}
