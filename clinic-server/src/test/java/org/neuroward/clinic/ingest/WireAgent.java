package org.neuroward.clinic.ingest;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.Bedside;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.WireCodec;
import org.neuroward.wire.WireException;

/** An agent's end of the wire with no will of its own: a test says what it sends, and sees what comes back. */
public final class WireAgent implements AutoCloseable {

    public static final List<Channel> TWO_CHANNELS = List.of(channel("EEG Fp1"), channel("EEG O1"));

    private static final int PATIENCE_SECONDS = 10;

    private final ManagedChannel channel;
    private final ClientCall<byte[], byte[]> call;
    private final BlockingQueue<FromServer> received = new LinkedBlockingQueue<>();
    private final List<FromServer> passedOver = new ArrayList<>();
    private final CompletableFuture<Status> closed = new CompletableFuture<>();

    public WireAgent(int port) {
        channel =
                NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
        MethodDescriptor<byte[], byte[]> attend = MethodDescriptor.newBuilder(Bytes.MARSHALLER, Bytes.MARSHALLER)
                .setType(MethodType.BIDI_STREAMING)
                .setFullMethodName(Bedside.FULL_METHOD)
                .build();
        call = channel.newCall(attend, CallOptions.DEFAULT);
        call.start(new Receiver(), new Metadata());
        call.request(Integer.MAX_VALUE);
    }

    private final class Receiver extends ClientCall.Listener<byte[]> {
        @Override
        public void onMessage(byte[] message) {
            try {
                received.add(WireCodec.decodeFromServer(message));
            } catch (WireException e) {
                closed.completeExceptionally(e);
            }
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            closed.complete(status);
        }
    }

    private static Channel channel(String label) {
        return new Channel(
                label,
                ChannelKind.EEG,
                "uV",
                new SamplingRate(256),
                new DigitalRange(-32768, 32767),
                new PhysicalRange(-3276.8, 3276.7),
                "",
                "");
    }

    public static Hello hello(String agentId, String secret, SpooledRecording... spooled) {
        return new Hello(
                agentId, secret, "test", Bedside.WIRE_VERSION, "test amplifier", true, TWO_CHANNELS, List.of(spooled));
    }

    public WireAgent send(FromAgent message) {
        call.sendMessage(WireCodec.encode(message));
        return this;
    }

    /** Sends bytes that may be no message at all. */
    public WireAgent sendBytes(byte[] bytes) {
        call.sendMessage(bytes);
        return this;
    }

    /** The next message of that kind; others before it are passed over. */
    public <T extends FromServer> T await(Class<T> kind) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            FromServer message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (kind.isInstance(message)) {
                return kind.cast(message);
            }
            if (message != null) {
                passedOver.add(message);
            }
        }
        throw new AssertionError("the server sent no " + kind.getSimpleName());
    }

    /** Whether a message of that kind was passed over. */
    public boolean passedOver(Class<? extends FromServer> kind) {
        return passedOver.stream().anyMatch(kind::isInstance);
    }

    public Status awaitClose() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        call.cancel("the test is over", null);
        channel.shutdownNow();
    }
}
