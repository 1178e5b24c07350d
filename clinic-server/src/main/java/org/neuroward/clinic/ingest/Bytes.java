package org.neuroward.clinic.ingest;

import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Leaves messages as they are: the wire's own codec reads them. */
enum Bytes implements Marshaller<byte[]> {
    MARSHALLER;

    @Override
    public InputStream stream(byte[] value) {
        return new Known(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
        try (stream) {
            // Of a message gRPC says how long it is.
            byte[] bytes = stream.readNBytes(stream.available());
            if (stream.read() >= 0) {
                throw new IOException("a message goes on behind its end");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells gRPC the length, which spares it a copy. */
    private static final class Known extends ByteArrayInputStream implements KnownLength {
        private Known(byte[] bytes) {
            super(bytes);
        }
    }
}
