package org.neuroward.agent;

import static io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder.forPort;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.neuroward.wire.Bedside;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameSequence;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Welcome;
import org.neuroward.wire.WireCodec;

/**
 * A clinic server as far as an agent sees it: keeps frames in memory, by the rule that {@link FrameSequence} holds, and can be
 * cut off, stopped and started again.
 */
final class StoringServer implements AutoCloseable {

    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final long SLOW_NANOS = 10_000_000L;

    private final Map<UUID, List<Frame>> stored = new LinkedHashMap<>();
    private final Map<UUID, FrameSequence> sequences = new LinkedHashMap<>();
    private final List<FromAgent.Status> statuses = new ArrayList<>();
    private final List<Hello> hellos = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private final List<CommandDone> done = new ArrayList<>();
    private final List<Preview> previews = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Server server;
    private StreamObserver<byte[]> agent;
    private int port;
    private boolean acknowledging = true;
    private FromServer.Refused refusal;
    private int duplicates;
    private volatile boolean slow;

    private final SslContext tls;

    StoringServer() throws IOException {
        this(null);
    }

    /** @param tls null for a server without encryption */
    StoringServer(SslContext tls) throws IOException {
        this.tls = tls;
        start();
    }

    void start() throws IOException {
        var method = MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                .setType(MethodType.BIDI_STREAMING)
                .setFullMethodName(Bedside.FULL_METHOD)
                .build();
        var builder = forPort(port);
        if (tls != null) {
            builder.sslContext(tls);
        }
        server = builder.permitKeepAliveTime(1, TimeUnit.SECONDS)
                .maxInboundMessageSize(Bedside.LARGEST_MESSAGE_BYTES)
                .addService(ServerServiceDefinition.builder(Bedside.SERVICE)
                        .addMethod(method, ServerCalls.asyncBidiStreamingCall(this::attend))
                        .build())
                .build()
                .start();
        port = server.getPort();
    }

    /** As a process that is killed: connections break, nothing more is said. */
    void kill() throws InterruptedException {
        server.shutdownNow().awaitTermination();
        synchronized (this) {
            agent = null;
        }
    }

    int port() {
        return port;
    }

    synchronized void acknowledge(boolean yes) {
        acknowledging = yes;
    }

    /** Takes a little time for each frame, as a busy disk does. */
    void slowDown(boolean yes) {
        slow = yes;
    }

    synchronized void refuse(FromServer.Refused with) {
        refusal = with;
    }

    /** Breaks the present connection, as a network does. */
    synchronized void cut() {
        if (agent != null) {
            agent.onError(Status.UNAVAILABLE.asRuntimeException());
            agent = null;
        }
    }

    synchronized void say(FromServer message) {
        agent.onNext(WireCodec.encode(message));
    }

    synchronized List<Frame> frames(UUID recordingId) {
        return List.copyOf(stored.getOrDefault(recordingId, List.of()));
    }

    synchronized List<UUID> recordings() {
        return List.copyOf(stored.keySet());
    }

    synchronized boolean ended(UUID recordingId) {
        return sequences.containsKey(recordingId) && sequences.get(recordingId).ended();
    }

    synchronized List<State> states() {
        return List.copyOf(states);
    }

    synchronized List<FromAgent.Status> statuses() {
        return List.copyOf(statuses);
    }

    synchronized List<Hello> hellos() {
        return List.copyOf(hellos);
    }

    synchronized List<CommandDone> done() {
        return List.copyOf(done);
    }

    synchronized List<Preview> previews() {
        return List.copyOf(previews);
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized int duplicates() {
        return duplicates;
    }

    synchronized boolean connected() {
        return agent != null;
    }

    /** Waits, woken by every message, until {@code condition} holds. */
    synchronized void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (!condition.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("still waiting after " + LONGEST_WAIT_SECONDS + " s: " + what + "; states="
                        + states + ", faults=" + faults);
            }
            wait(Math.min(left, 20));
        }
    }

    private StreamObserver<byte[]> attend(StreamObserver<byte[]> toAgent) {
        return new StreamObserver<>() {
            @Override
            public void onNext(byte[] bytes) {
                if (slow) {
                    java.util.concurrent.locks.LockSupport.parkNanos(SLOW_NANOS);
                }
                hear(toAgent, bytes);
            }

            @Override
            public void onError(Throwable cause) {
                forget(toAgent);
            }

            @Override
            public void onCompleted() {
                forget(toAgent);
            }
        };
    }

    private synchronized void forget(StreamObserver<byte[]> gone) {
        if (agent == gone) {
            agent = null;
        }
        notifyAll();
    }

    private synchronized void hear(StreamObserver<byte[]> from, byte[] bytes) {
        try {
            FromAgent message = WireCodec.decodeFromAgent(bytes);
            if (message instanceof Hello hello) {
                welcome(from, hello);
            } else if (agent == from) {
                take(message);
            }
        } catch (IOException e) {
            faults.add(e.getMessage());
        }
        notifyAll();
    }

    private void welcome(StreamObserver<byte[]> from, Hello hello) {
        hellos.add(hello);
        if (refusal != null) {
            from.onNext(WireCodec.encode(refusal));
            from.onError(Status.UNAUTHENTICATED.asRuntimeException());
            return;
        }
        agent = from;
        say(new Welcome(hello.recordings().stream()
                .map(recording -> new Ack(
                        recording.recordingId(), frames(recording.recordingId()).size()))
                .toList()));
    }

    private void take(FromAgent message) throws IOException {
        switch (message) {
            case FrameMessage frame -> store(frame.frame());
            case State state -> states.add(state);
            case CommandDone answer -> done.add(answer);
            case Preview preview -> previews.add(preview);
            case FromAgent.Status status -> answer(status);
            case FromAgent.ImpedanceReading reading -> {}
            case Hello hello -> faults.add("a second hello");
        }
    }

    private void answer(FromAgent.Status status) {
        statuses.add(status);
        Instant now = Instant.now();
        long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        say(new FromServer.TimeAnswer(status.agentNanos(), nanos, nanos));
    }

    private void store(Frame frame) throws IOException {
        UUID id = frame.recordingId();
        List<Frame> frames = stored.computeIfAbsent(id, unknown -> new ArrayList<>());
        if (frame.index() < frames.size()) {
            duplicates++;
            if (!frames.get((int) frame.index()).equals(frame)) {
                faults.add("an index was used twice: " + frame);
            }
        } else {
            sequences.computeIfAbsent(id, FrameSequence::new).accept(frame);
            frames.add(frame);
        }
        if (acknowledging) {
            say(new Ack(id, frames.size()));
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
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
}
