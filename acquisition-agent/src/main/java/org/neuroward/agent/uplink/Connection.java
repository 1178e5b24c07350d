package org.neuroward.agent.uplink;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.TimeAnswer;
import org.neuroward.wire.WireCodec;
import org.neuroward.wire.WireException;

/** One dialled stream. What arrives is queued for the uplink's thread, which is woken. */
final class Connection extends ClientCall.Listener<byte[]> implements AutoCloseable {

    private static final int MOST_UNREAD = 64;

    private final ManagedChannel channel;
    private final ClientCall<byte[], byte[]> call;
    private final Runnable wake;
    private final Consumer<TimeAnswer> timed;
    private final Queue<FromServer> arrived = new ConcurrentLinkedQueue<>();
    private volatile Status closed;
    private volatile long heardNanos = System.nanoTime();

    /**
     * @param wake called when something came, or can leave
     * @param timed hears of the server's clock at once, by whoever receives
     */
    Connection(ManagedChannel channel, Runnable wake, Consumer<TimeAnswer> timed) {
        this.channel = channel;
        this.wake = wake;
        this.timed = timed;
        this.call = channel.newCall(BedsideMethod.ATTEND, CallOptions.DEFAULT);
        call.start(this, new Metadata());
        call.request(MOST_UNREAD);
    }

    /** How long the server has said nothing. */
    Duration silentFor() {
        return Duration.ofNanos(System.nanoTime() - heardNanos);
    }

    /** True when a message would leave without waiting in memory. */
    boolean ready() {
        return closed == null && call.isReady();
    }

    boolean open() {
        return closed == null;
    }

    /** Why the stream ended; empty while it has not. */
    Optional<Status> findClosed() {
        return Optional.ofNullable(closed);
    }

    void send(FromAgent message) {
        call.sendMessage(WireCodec.encode(message));
    }

    /** The next message of the server, or null. Another one may come for each that was taken, so unread ones are few. */
    FromServer poll() {
        FromServer next = arrived.poll();
        if (next != null) {
            call.request(1);
        }
        return next;
    }

    @Override
    public void onMessage(byte[] bytes) {
        heardNanos = System.nanoTime();
        try {
            FromServer message = WireCodec.decodeFromServer(bytes);
            if (message instanceof TimeAnswer answer) {
                timed.accept(answer);
            }
            arrived.add(message);
        } catch (WireException e) {
            closed = Status.DATA_LOSS.withDescription(e.getMessage());
        }
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
