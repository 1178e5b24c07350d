package org.neuroward.clinic.ingest;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.TimeAnswer;
import org.neuroward.wire.WireCodec;

/**
 * The server's side of one agent's stream. An agent that does not read costs little memory: acknowledgements are cumulative,
 * so the newest of each recording replaces the one before; an answer about the time is worth nothing later; and when too
 * much else waits, the stream ends.
 */
final class AgentOutbound {

    /** Commands and news of sealed files; an agent that reads has none of them waiting. */
    private static final int MOST_UNREAD = 4096;

    private final ServerCall<byte[], byte[]> call;
    private final Map<UUID, Ack> held = new LinkedHashMap<>();
    private int unread;
    private boolean closed;

    AgentOutbound(ServerCall<byte[], byte[]> call) {
        this.call = call;
    }

    synchronized void send(FromServer message) {
        if (closed || call.isCancelled()) {
            return;
        }
        if (call.isReady()) {
            call.sendMessage(WireCodec.encode(message));
        } else if (message instanceof Ack ack) {
            held.put(ack.recordingId(), ack);
        } else if (!(message instanceof TimeAnswer)) {
            sendAhead(message);
        }
    }

    private void sendAhead(FromServer message) {
        unread++;
        if (unread > MOST_UNREAD) {
            close(Status.RESOURCE_EXHAUSTED.withDescription("the agent does not read what the server says"));
        } else {
            call.sendMessage(WireCodec.encode(message));
        }
    }

    /** The agent reads again. */
    synchronized void ready() {
        unread = 0;
        var acks = Map.copyOf(held);
        held.clear();
        acks.values().forEach(this::send);
    }

    /** True when the agent has hung up, or the stream was ended from here. */
    synchronized boolean gone() {
        return closed || call.isCancelled();
    }

    synchronized void request(int messages) {
        if (!closed) {
            call.request(messages);
        }
    }

    synchronized void close(Status status) {
        if (!closed) {
            closed = true;
            if (!call.isCancelled()) {
                call.close(status, new Metadata());
            }
        }
    }
}
