package org.neuroward.clinic.start;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import java.io.File;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Looks whether the agents' port can speak TLS as configured, before anything is started. */
final class AgentsTls {
    private AgentsTls() {}

    static void requireUsable(Optional<String> certificate, Optional<String> key) throws StartRefused {
        if (certificate.isPresent() != key.isPresent()) {
            throw new StartRefused("agents.tls.alone");
        }
        if (certificate.isEmpty()) {
            return;
        }
        try {
            GrpcSslContexts.forServer(new File(certificate.get()), new File(key.get()))
                    .build();
        } catch (IllegalArgumentException | SSLException e) {
            throw new StartRefused("agents.tls.unusable", certificate.get(), key.get());
        }
    }
}
