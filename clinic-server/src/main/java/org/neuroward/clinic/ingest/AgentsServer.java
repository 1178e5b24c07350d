package org.neuroward.clinic.ingest;

import io.grpc.Codec;
import io.grpc.DecompressorRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neuroward.wire.Bedside;

/** Listens for agents on a port of its own; with TLS when a certificate and its key are configured. */
@ApplicationScoped
public class AgentsServer {

    /** After whatever enrols agents at start, so that none is refused for being early. */
    private static final int LAST = 4000;

    private static final int PING_SECONDS = 10;
    private static final int PONG_SECONDS = 5;
    private static final int HANDSHAKE_SECONDS = 10;

    /** A connection without its one stream. */
    private static final int IDLE_SECONDS = 15;

    private static final int LARGEST_HEADERS_BYTES = 8 * 1024;

    /** What arrives before anyone asks for it: some frames, of hundreds of agents. */
    private static final int FLOW_WINDOW_BYTES = 256 * 1024;

    private final Reception reception;
    private final FrameDesk frames;
    private final GroupCommit commit;
    private final Windows windows;
    private final String host;
    private final int configuredPort;
    private final Optional<String> certificate;
    private final Optional<String> key;

    /** An agent that waits for the database or the disk holds up no other one. */
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("agents-", 0).factory());

    private Server server;

    AgentsServer(
            Reception reception,
            FrameDesk frames,
            GroupCommit commit,
            Windows windows,
            @ConfigProperty(name = "neuroward.agents.host", defaultValue = "0.0.0.0") String host,
            @ConfigProperty(name = "neuroward.agents.port", defaultValue = "8090") int port,
            @ConfigProperty(name = "neuroward.agents.tls.certificate") Optional<String> certificate,
            @ConfigProperty(name = "neuroward.agents.tls.key") Optional<String> key) {
        this.reception = reception;
        this.frames = frames;
        this.commit = commit;
        this.windows = windows;
        this.host = host;
        this.configuredPort = port;
        this.certificate = certificate;
        this.key = key;
    }

    void start(@Observes @Priority(LAST) StartupEvent event) throws IOException {
        commit.start(frames);
        NettyServerBuilder builder = NettyServerBuilder.forAddress(address(configuredPort))
                .executor(threads)
                .maxInboundMessageSize(Bedside.LARGEST_MESSAGE_BYTES)
                .maxInboundMetadataSize(LARGEST_HEADERS_BYTES)
                .decompressorRegistry(DecompressorRegistry.emptyInstance().with(Codec.Identity.NONE, true))
                .flowControlWindow(FLOW_WINDOW_BYTES)
                .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
                .maxConnectionIdle(IDLE_SECONDS, TimeUnit.SECONDS)
                .maxConcurrentCallsPerConnection(1)
                .keepAliveTime(PING_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(PONG_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveTime(1, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(bedside());
        if (certificate.isPresent()) {
            builder.sslContext(GrpcSslContexts.forServer(new File(certificate.get()), new File(key.get()))
                    .build());
        }
        server = builder.build().start();
        Log.infof("agents are awaited on port %d%s", server.getPort(), certificate.isPresent() ? " (TLS)" : "");
    }

    private InetSocketAddress address(int port) {
        return new InetSocketAddress(host, port);
    }

    private ServerServiceDefinition bedside() {
        MethodDescriptor<byte[], byte[]> attend = MethodDescriptor.newBuilder(Bytes.MARSHALLER, Bytes.MARSHALLER)
                .setType(MethodType.BIDI_STREAMING)
                .setFullMethodName(Bedside.FULL_METHOD)
                .build();
        return ServerServiceDefinition.builder(Bedside.SERVICE)
                .addMethod(attend, (call, headers) -> attend(call))
                .build();
    }

    private ServerCall.Listener<byte[]> attend(ServerCall<byte[], byte[]> call) {
        if (!windows.enter()) {
            call.close(Status.RESOURCE_EXHAUSTED.withDescription("too many agents are connected"), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        call.sendHeaders(new Metadata());
        return new AgentConnection(reception, frames, windows, new AgentOutbound(call));
    }

    /** The port that it really listens on. */
    public int port() {
        return server.getPort();
    }

    /** Where it can be reached from this machine. */
    InetSocketAddress reachableAt() {
        InetSocketAddress bound = address(port());
        return bound.getAddress().isAnyLocalAddress()
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port())
                : bound;
    }

    boolean running() {
        return server != null && !server.isShutdown() && commit.running();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (server != null) {
            server.shutdownNow().awaitTermination(PONG_SECONDS, TimeUnit.SECONDS);
        }
        commit.stop();
        threads.shutdown();
    }
}
