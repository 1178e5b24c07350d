package org.neuroward.lsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lab Streaming Layer lets everybody in: whatever somebody sends, the others go on. */
class HostilePeerTest {

    private static final long INPUTS = 15_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20_261_123L, 4_711L})
    void damagedBytesAreReadOrRefused(long seed) {
        var fuzz = new LslFuzz(seed);
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(3), () -> fuzz.run(0, INPUTS));

        // Feeds always end with an exception; the other things must have gone both ways.
        assertThat(fuzz.refused()).isBetween(INPUTS / 2, INPUTS * 19 / 20);
    }

    /** Connections that say nonsense or nothing, and floods of questions; one inlet reads on and loses nothing. */
    @Test
    void anInletIsServedWhileOthersMisbehave() throws Exception {
        NetworkSettings network = TestPorts.network();
        var kind = new StreamKind("busy", "EEG", 2, ChannelFormat.INT32, "busy", 250);
        var heard = new HeardStream();
        long seed = 99;
        List<Socket> idle = new ArrayList<>();
        try (var outlet = Outlet.open(kind, Element.of("desc"), OutletSettings.loopback(network));
                var inlet = Inlet.start(new StreamTarget.Known(outlet.place()), InletSettings.of(network), heard)) {
            assertThat(heard.awaitEvents(1)).isTrue();
            HeardStream.awaitTrue("feeding", outlet::hasClients);
            var random = new Random(seed);
            for (int round = 0; round < 100; round++) {
                idle.add(nonsense(outlet.place().data(), random));
                flood(outlet, network, random);
                var batch = new SampleBatch(ChannelFormat.INT32, 2, 1);
                batch.set(batch.add(round), 0, (long) round);
                outlet.push(batch);
            }
            assertThat(heard.awaitSamples(100)).as("seed " + seed).isTrue();
            assertThat(outlet.statistics().lost()).isZero();
            assertThat(inlet.findStream()).isPresent();
            // Still found, after the flood has passed.
            HeardStream.awaitTrue("found", () -> isFound(network));
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        assertThat(heard.samples()).hasSize(100);
        assertThat(heard.events()).startsWith("connected, new clock");
    }

    private static boolean isFound(NetworkSettings network) {
        try {
            return !new Discovery(network)
                    .find("name='busy'", Duration.ofMillis(300), found -> !found.isEmpty())
                    .isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Socket nonsense(InetSocketAddress place, Random random) throws IOException {
        var socket = new Socket(place.getAddress(), place.getPort());
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // Too many already: it was closed, as it should be.
            socket.close();
        }
        return socket;
    }

    private static void flood(Outlet outlet, NetworkSettings network, Random random) throws IOException {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            for (int i = 0; i < 50; i++) {
                String text = "LSL:shortinfo\r\nname='" + random.nextInt() + "'\r\n9 1\r\n";
                byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                socket.send(
                        new DatagramPacket(bytes, bytes.length, outlet.place().service()));
                socket.send(new DatagramPacket(
                        bytes,
                        bytes.length,
                        InetAddress.getLoopbackAddress(),
                        network.ports().discovery()));
            }
        }
    }
}
