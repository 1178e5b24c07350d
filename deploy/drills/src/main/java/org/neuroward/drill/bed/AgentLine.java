package org.neuroward.drill.bed;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.KnownLength;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.neuroward.wire.Bedside;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.WireCodec;
import org.neuroward.wire.WireException;

/**
 * An agent's end of one stream, over a connection of its own to a server on this machine. All lines of a process share a few
 * threads; what arrives is told on one of them.
 */
public final class AgentLine implements AutoCloseable {

    /** Who is told what happens on a line. Called one at a time. */
    public interface Listener {
        void received(FromServer message);

        /** @param why as gRPC says it */
        void closed(String why);
    }

    private static final int THREADS = 2;
    private static final EventLoopGroup LOOPS = new NioEventLoopGroup(
            THREADS, Thread.ofPlatform().daemon().name("lines-", 0).factory());
    private static final MethodDescriptor<byte[], byte[]> ATTEND = MethodDescriptor.newBuilder(new Bytes(), new Bytes())
            .setType(MethodType.BIDI_STREAMING)
            .setFullMethodName(Bedside.FULL_METHOD)
            .build();

    private final ManagedChannel channel;
    private final ClientCall<byte[], byte[]> call;
    private volatile boolean closed;

    private AgentLine(int port, Listener listener, boolean reads) {
        channel = NettyChannelBuilder.forAddress("localhost", port)
                .eventLoopGroup(LOOPS)
                .channelType(NioSocketChannel.class)
                .directExecutor()
                .usePlaintext()
                .build();
        call = channel.newCall(ATTEND, CallOptions.DEFAULT);
        call.start(new Receiver(listener), new Metadata());
        if (reads) {
            call.request(Integer.MAX_VALUE);
        }
    }

    public static AgentLine dial(int port, Listener listener) {
        return new AgentLine(port, listener, true);
    }

    /** A line whose agent never reads what the server says. */
    public static AgentLine dialDeaf(int port, Listener listener) {
        return new AgentLine(port, listener, false);
    }

    /** True when a message would leave without waiting in memory. */
    public boolean ready() {
        return !closed && call.isReady();
    }

    public boolean closed() {
        return closed;
    }

    public void send(FromAgent message) {
        sendBytes(WireCodec.encode(message));
    }

    /** Sends bytes that may be no message at all. */
    public synchronized void sendBytes(byte[] bytes) {
        if (!closed) {
            call.sendMessage(bytes);
        }
    }

    /** Ends the stream as a process that dies: without a word. */
    @Override
    public void close() {
        closed = true;
        channel.shutdownNow();
    }

    private final class Receiver extends ClientCall.Listener<byte[]> {
        private final Listener listener;

        private Receiver(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onMessage(byte[] bytes) {
            try {
                listener.received(WireCodec.decodeFromServer(bytes));
            } catch (WireException e) {
                throw new IllegalStateException("the server's own message cannot be read", e);
            }
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            closed = true;
            channel.shutdownNow();
            listener.closed(status.toString());
        }
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new KnownBytes(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class KnownBytes extends ByteArrayInputStream implements KnownLength {
        private KnownBytes(byte[] bytes) {
            super(bytes);
        }
    }
}
