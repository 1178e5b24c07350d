package org.neuroward.agent.uplink;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.WireCodec;
import org.neuroward.wire.WireException;

/** One dialled stream. What arrives is queued for the uplink's thread, which is woken. */
final class Connection extends ClientCall.Listener<byte[]> implements AutoCloseable {

    private final ManagedChannel channel;
    private final ClientCall<byte[], byte[]> call;
    private final Runnable wake;
    private final Queue<FromServer> arrived = new ConcurrentLinkedQueue<>();
    private volatile Status closed;

    Connection(ManagedChannel channel, Runnable wake) {
        this.channel = channel;
        this.wake = wake;
        this.call = channel.newCall(BedsideMethod.ATTEND, CallOptions.DEFAULT);
        call.start(this, new Metadata());
        call.request(1);
    }

    /** True when a message would leave without waiting in memory. */
    boolean ready() {
        return closed == null && call.isReady();
    }

    boolean open() {
        return closed == null;
    }

    /** Why the stream ended; null while it has not. */
    Status closed() {
        return closed;
    }

    void send(FromAgent message) {
        call.sendMessage(WireCodec.encode(message));
    }

    /** The next message of the server, or null. */
    FromServer poll() {
        return arrived.poll();
    }

    @Override
    public void onMessage(byte[] bytes) {
        try {
            arrived.add(WireCodec.decodeFromServer(bytes));
        } catch (WireException e) {
            closed = Status.DATA_LOSS.withDescription(e.getMessage());
        }
        call.request(1);
        wake.run();
    }

    @Override
    public void onReady() {
        wake.run();
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        closed = status;
        wake.run();
    }

    @Override
    public void close() {
        call.cancel("the agent closes the connection", null);
        channel.shutdownNow();
    }
}
