package org.neuroward.lsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutletTest {

    private static final int FLOAT_SAMPLE_BYTES = 1 + 8 + 3 * 4;

    private final NetworkSettings network = TestPorts.network();

    private Outlet open(String name) throws IOException {
        var kind = new StreamKind(name, "EEG", 3, ChannelFormat.FLOAT32, "source", 250);
        return Outlet.open(kind, Element.of("desc"), new OutletSettings(network, InetAddress.getLoopbackAddress(), 4));
    }

    private static Socket connect(Outlet outlet) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(outlet.place().data());
        socket.setSoTimeout(15_000);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new AssertionError("ended in the head: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static SampleBatch samples(int count) {
        var batch = new SampleBatch(ChannelFormat.FLOAT32, 3, count);
        for (int i = 0; i < count; i++) {
            batch.add(1 + i);
        }
        return batch;
    }

    @Test
    void questionsByTcpAreAnsweredAndClosed() throws IOException {
        try (var outlet = open("T")) {
            for (String question : List.of("LSL:fullinfo\r\n", "LSL:shortinfo\r\nname='T'\r\n")) {
                try (var socket = connect(outlet)) {
                    say(socket, question);
                    assertThat(DescriptionReader.read(readAll(socket))
                                    .instance()
                                    .uid())
                            .isEqualTo(outlet.description().instance().uid());
                }
            }
            try (var socket = connect(outlet)) {
                say(socket, "LSL:shortinfo\r\nname='other'\r\n");
                assertThat(readAll(socket)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LSL:streamfeed/110 00000000-0000-0000-0000-000000000000, LSL/110 404",
        "LSL:streamfeed/200 UID, LSL/110 505"
    })
    void aFeedThatIsNotThereOrTooNewIsRefused(String request, String answer) throws IOException {
        try (var outlet = open("T");
                var socket = connect(outlet)) {
            say(socket, request + "\r\nNative-Byte-Order: 1234\r\nMax-Buffer-Length: 100\r\n\r\n");

            assertThat(readAll(socket)).startsWith(answer);
        }
    }

    /** liblsl would hang without head lines, and end a feed without a length of the buffer. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Native-Byte-Order: 1234\r\n", "max-BUFFER-length: 100 ; a remark\r\nUnknown: x\r\n"})
    void whatARequestDoesNotSayIsAssumed(String lines) throws Exception {
        try (var outlet = open("T");
                var socket = connect(outlet)) {
            String uid = outlet.description().instance().uid().toUpperCase(java.util.Locale.ROOT);
            say(socket, "LSL:streamfeed/110 " + uid + "\r\n" + lines + "\r\n");

            assertThat(readHead(socket.getInputStream()))
                    .startsWith("LSL/110 200 OK\r\n")
                    .contains("Byte-Order: 1234\r\n")
                    .contains("Data-Protocol-Version: 110\r\n");
            socket.getInputStream().readNBytes(2 * FLOAT_SAMPLE_BYTES);
            HeardStream.awaitTrue("feeding", outlet::hasClients);
            outlet.push(samples(1));
            assertThat(socket.getInputStream().readNBytes(FLOAT_SAMPLE_BYTES)[0])
                    .isEqualTo((byte) 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Value-Size: 8", "Has-IEEE754-Floats: 0", "Protocol-Version: 100"})
    void whoeverCannotReadPlainNumbersGetsAnArchive(String line) throws IOException {
        try (var outlet = open("T");
                var socket = connect(outlet)) {
            say(socket, "LSL:streamfeed/110 \r\nMax-Buffer-Length: 100\r\n" + line + "\r\n\r\n");

            assertThat(readHead(socket.getInputStream())).contains("Data-Protocol-Version: 100\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo(0x7F);
        }
    }

    @Test
    void aRequestThatDoesNotEndOrIsTooLongIsClosed() throws IOException {
        try (var outlet = open("T");
                var silent = connect(outlet);
                var endless = connect(outlet)) {
            say(endless, "LSL:streamfeed/110 x\r\n" + "a".repeat(17 << 10) + "\r\n");

            assertThat(endsWithoutAnswer(endless)).isTrue();
            // Five seconds are given for the whole of a request.
            say(silent, "LSL:streamfeed/110 x\r\nNative-Byte");
            assertThat(endsWithoutAnswer(silent)).isTrue();
        }
    }

    private static boolean endsWithoutAnswer(Socket socket) {
        try {
            return readAll(socket).isEmpty();
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Pushed, delivered and lost samples balance, and what is delivered after the loss is the newest. */
    @Test
    void aClientThatStallsLosesTheOldestAndTheyAreCounted() throws Exception {
        try (var outlet = open("T");
                var socket = connect(outlet)) {
            say(socket, "LSL:streamfeed/110 \r\nMax-Buffer-Length: 500\r\n\r\n");
            HeardStream.awaitTrue("feeding", outlet::hasClients);
            long pushed = 0;
            // Until neither system buffer takes more. What is being written just then counts as lost until it is
            // through.
            while (outlet.statistics().lost() < 10_000) {
                outlet.push(samples(1000));
                pushed += 1000;
            }
            readHead(socket.getInputStream());
            socket.getInputStream().readNBytes(2 * FLOAT_SAMPLE_BYTES);
            long received = 0;
            long lost;
            do {
                socket.getInputStream().readNBytes(FLOAT_SAMPLE_BYTES);
                received++;
                lost = outlet.statistics().lost();
            } while (received + lost < pushed);

            HeardStream.awaitTrue(
                    "all sent",
                    () -> outlet.statistics().clients().getFirst().delivered()
                                    + outlet.statistics().lost()
                            == outlet.statistics().pushed());
            OutletStatistics statistics = outlet.statistics();
            assertThat(statistics.pushed()).isEqualTo(pushed);
            assertThat(statistics.delivered()).isEqualTo(received);
            assertThat(statistics.lost()).isEqualTo(pushed - received).isGreaterThanOrEqualTo(10_000 - 500);
        }
    }

    @Test
    void twoOutletsOfOneMachineAreFoundByKnownPeers() throws IOException {
        try (var one = open("one");
                var two = open("two")) {
            List<FoundStream> found =
                    new Discovery(network).find("type='EEG'", Duration.ofSeconds(10), streams -> streams.size() == 2);

            assertThat(found)
                    .extracting(stream -> stream.description().instance().uid())
                    .containsExactlyInAnyOrder(
                            one.description().instance().uid(),
                            two.description().instance().uid());
            assertThat(found).allMatch(stream -> stream.host().isLoopbackAddress());
        }
    }

    @Test
    void streamsOfAnotherSessionAreNotFound() throws IOException {
        var other = new NetworkSettings(network.ports(), network.groups(), network.knownPeers(), "another");
        try (var outlet = open("one")) {
            assertThat(new Discovery(other).findAll(Duration.ofMillis(700))).isEmpty();
            assertThat(outlet.statistics().pushed()).isZero();
        }
    }

    /** Four outlets that only the port for everybody leads to: at least one answers, as with liblsl. */
    @Test
    void anOutletIsFoundWithoutKnownPeers() throws IOException {
        var alone = new NetworkSettings(network.ports(), network.groups(), List.of(), network.sessionId());
        try (var outlet = open("alone")) {
            List<FoundStream> found =
                    new Discovery(alone).find("name='alone'", Duration.ofSeconds(10), streams -> !streams.isEmpty());

            assertThat(found).hasSize(1);
            assertThat(found.getFirst().data()).isEqualTo(outlet.place().data());
        }
    }

    /** An outlet that is bound to this machine is not reached from its other addresses. */
    @Test
    void anOutletListensWhereItIsToldOnly() throws IOException {
        try (var outlet = open("T")) {
            int port = outlet.place().data().getPort();
            try (var other = new java.net.ServerSocket()) {
                other.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), port));
                assertThat(other.isBound()).isTrue();
            }
        }
    }

    @Test
    void theTimeIsToldAtOnceAndNonsenseIsIgnored() throws Exception {
        try (var outlet = open("T");
                var socket = new DatagramSocket()) {
            socket.connect(outlet.place().service());
            socket.setSoTimeout(5000);
            for (String text :
                    List.of("nonsense", "LSL:timedata\r\n", "LSL:shortinfo\r\n", "", "LSL:timedata\r\n42 1.5\r\n")) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                socket.send(new DatagramPacket(bytes, bytes.length));
            }
            var answer = new DatagramPacket(new byte[512], 512);
            socket.receive(answer);

            assertThat(TimeMessage.read(answer.getData(), answer.getLength())
                            .orElseThrow()
                            .wave())
                    .isEqualTo(42);
        }
    }
}
