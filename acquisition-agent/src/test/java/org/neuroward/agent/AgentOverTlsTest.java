package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.simulated.SimulatedAmplifier;
import org.neuroward.agent.uplink.ServerAddress;

class AgentOverTlsTest {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    @TempDir
    Path folder;

    @Test
    void attendsAServerThatShowsATrustedCertificate() throws Exception {
        KeyStore keys = keysOf("trusted");
        try (var server = new StoringServer(tls(keys));
                var agent = Bedsides.start(
                        new ServerAddress("localhost", server.port(), Optional.of(certificate(keys, "trusted.pem"))),
                        folder.resolve("spool"),
                        simulated())) {
            server.await("a hello", () -> !server.hellos().isEmpty());
            server.await("the agent's state", () -> !server.states().isEmpty());
        }
    }

    @Test
    void showsItsSecretToNoOtherServer() throws Exception {
        KeyStore keys = keysOf("server");
        KeyStore other = keysOf("other");
        try (var server = new StoringServer(tls(keys));
                var trusting = Bedsides.start(
                        new ServerAddress("localhost", server.port(), Optional.of(certificate(other, "other.pem"))),
                        folder.resolve("spool"),
                        simulated());
                var plain = Bedsides.start(server, folder.resolve("spool-plain"), simulated());
                var witness = Bedsides.start(
                        new ServerAddress("localhost", server.port(), Optional.of(certificate(keys, "server.pem"))),
                        folder.resolve("spool-witness"),
                        simulated())) {
            server.await("the witness's hello", () -> !server.hellos().isEmpty());

            assertThat(server.hellos()).hasSize(1);
        }
    }

    private KeyStore keysOf(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SslContext tls(KeyStore keys) throws Exception {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        return GrpcSslContexts.configure(SslContextBuilder.forServer(factory)).build();
    }

    private Path certificate(KeyStore keys, String name) throws Exception {
        byte[] encoded = keys.getCertificate("server").getEncoded();
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(folder.resolve(name), pem);
    }

    private static SimulatedAmplifier simulated() {
        return new SimulatedAmplifier(7, new Pace(HostClock.system(), 1));
    }
}
