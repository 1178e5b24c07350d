package org.neuroward.agent.uplink;

import io.grpc.KnownLength;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.neuroward.wire.Bedside;

/** The gRPC method of the wire, with messages as bytes, and channels to dial it. */
final class BedsideMethod {

    static final MethodDescriptor<byte[], byte[]> ATTEND = MethodDescriptor.newBuilder(new Bytes(), new Bytes())
            .setType(MethodType.BIDI_STREAMING)
            .setFullMethodName(Bedside.FULL_METHOD)
            .build();

    private static final long KEEP_ALIVE_SECONDS = 10;
    private static final long KEEP_ALIVE_TIMEOUT_SECONDS = 5;

    private BedsideMethod() {}

    static ManagedChannel dial(ServerAddress server) throws IOException {
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(server.host(), server.port())
                .maxInboundMessageSize(Bedside.LARGEST_MESSAGE_BYTES)
                .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (server.trust().isPresent()) {
            builder.sslContext(GrpcSslContexts.forClient()
                    .trustManager(server.trust().get().toFile())
                    .build());
        } else {
            builder.usePlaintext();
        }
        return builder.build();
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

    /** Tells gRPC the length, which spares it a copy. */
    private static final class KnownBytes extends ByteArrayInputStream implements KnownLength {
        private KnownBytes(byte[] bytes) {
            super(bytes);
        }
    }
}
