package org.neuroward.clinic.ingest;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.WireCodec;

/**
 * The server's side of one agent's stream. Acknowledgements are cumulative: while the agent does not read, the newest of
 * each recording replaces the one before, so a slow agent costs no memory.
 */
final class AgentOutbound {

    private final ServerCall<byte[], byte[]> call;
    private final Map<UUID, Ack> held = new LinkedHashMap<>();
    private boolean closed;

    AgentOutbound(ServerCall<byte[], byte[]> call) {
        this.call = call;
    }

    synchronized void send(FromServer message) {
        if (closed || call.isCancelled()) {
            return;
        }
        if (message instanceof Ack ack && !call.isReady()) {
            held.put(ack.recordingId(), ack);
            return;
        }
        call.sendMessage(WireCodec.encode(message));
    }

    /** The agent reads again. */
    synchronized void ready() {
        var acks = Map.copyOf(held);
        held.clear();
        acks.values().forEach(this::send);
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
