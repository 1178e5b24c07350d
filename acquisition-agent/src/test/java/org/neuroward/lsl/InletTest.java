package org.neuroward.lsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InletTest {

    private static final long RECOVERY_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final NetworkSettings network = TestPorts.network();

    @TempDir
    Path folder;

    private static StreamKind counting() {
        return new StreamKind("counting", "EEG", 2, ChannelFormat.INT32, "device 7", 250);
    }

    private Outlet open(StreamKind kind) throws IOException {
        return Outlet.open(kind, Element.of("desc"), OutletSettings.loopback(network));
    }

    /** Pushes numbers from {@code first} on until somebody has heard enough. */
    private static long pushUntil(Outlet outlet, long first, HeardStream heard, int samples)
            throws InterruptedException {
        long next = first;
        int before = heard.samples().size();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (heard.samples().size() < before + samples) {
            assertThat(System.nanoTime()).as("samples come").isLessThan(end);
            var batch = new SampleBatch(ChannelFormat.INT32, 2, 10);
            for (int i = 0; i < 10; i++) {
                int at = batch.add(Outlet.now());
                batch.set(at, 0, next);
                batch.set(at, 1, -next++);
            }
            outlet.push(batch);
            heard.await(all -> all.samples().size() >= before + samples, 40);
        }
        return next;
    }

    private static List<Long> numbers(HeardStream heard) {
        return heard.samples().stream()
                .map(line -> Long.parseLong(line.split(" ")[1]))
                .toList();
    }

    @Test
    void aSourceThatWasStartedAgainElsewhereIsFoundAgain() throws Exception {
        var heard = new HeardStream();
        Outlet first = open(counting());
        try (var inlet =
                Inlet.start(new StreamTarget.Matching("source_id='device 7'"), InletSettings.of(network), heard)) {
            pushUntil(first, 0, heard, 100);
            first.close();
            assertThat(heard.awaitEvents(2)).isTrue();
            try (var second = open(counting())) {
                long back = System.nanoTime();
                assertThat(heard.awaitEvents(3)).isTrue();
                assertThat(System.nanoTime() - back).isLessThan(RECOVERY_NANOS);
                pushUntil(second, 1_000_000, heard, 100);
            }
            assertThat(inlet.findStream()).isPresent();
        }

        assertThat(heard.events().subList(0, 3))
                .containsExactly("connected, new clock", "disconnected", "connected, new clock");
        assertThat(numbers(heard)).isSorted().doesNotHaveDuplicates();
    }

    /** The program is killed: its system ends the connection, and the new one has other ports. */
    @Test
    void aProgramThatWasKilledAndStartedAgainIsFoundAgain() throws Exception {
        assumeTrue(LiblslProcess.findLibrary().isPresent(), LiblslProcess.ABSENT);
        var heard = new HeardStream();
        Path one = Files.createDirectories(folder.resolve("1"));
        Path two = Files.createDirectories(folder.resolve("2"));
        try (var first = LiblslProcess.start(one, network.ports(), 110);
                var second = LiblslProcess.start(two, network.ports(), 110)) {
            first.ask("outlet killed FLOAT32");
            second.ask("version");
            try (var inlet =
                    Inlet.start(new StreamTarget.Matching("name='killed'"), InletSettings.of(network), heard)) {
                assertThat(heard.awaitEvents(1)).isTrue();
                first.order("stream 100000 250");
                assertThat(heard.awaitSamples(50)).isTrue();
                first.kill();
                assertThat(heard.awaitEvents(2)).isTrue();
                second.ask("outlet killed FLOAT32");
                long back = System.nanoTime();
                assertThat(heard.awaitEvents(3)).isTrue();
                assertThat(System.nanoTime() - back).isLessThan(RECOVERY_NANOS);
                int before = heard.samples().size();
                second.order("stream 100000 250");
                assertThat(heard.awaitSamples(before + 50)).isTrue();
                assertThat(inlet.findStream()).isPresent();
            }
        }
        assertThat(heard.events()).containsExactly("connected, new clock", "disconnected", "connected, new clock");
    }

    /** Neither side is told that the link is dead: only time tells. The stream is the same, so is its clock. */
    @Test
    void aDeadLinkIsNoticedAndReplaced() throws Exception {
        var heard = new HeardStream();
        try (var outlet = open(counting());
                var proxy = new TcpProxy(outlet.place().data())) {
            // Only the proxy leads to the stream: its own ports are not asked.
            try (var inlet =
                    Inlet.start(new StreamTarget.At("127.0.0.1", proxy.port()), InletSettings.of(network), heard)) {
                long next = pushUntil(outlet, 0, heard, 50);
                proxy.silence();
                long dead = System.nanoTime();
                assertThat(heard.awaitEvents(3)).isTrue();
                assertThat(System.nanoTime() - dead).isLessThan(RECOVERY_NANOS);
                pushUntil(outlet, next, heard, 50);
                assertThat(inlet.findStream()).isPresent();
            }
        }
        assertThat(heard.events().subList(0, 3)).containsExactly("connected, new clock", "disconnected", "connected");
        assertThat(numbers(heard)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aStreamThatComesBackAsAnotherOneIsNotRead() throws Exception {
        var heard = new HeardStream();
        Outlet first = open(counting());
        try (var inlet = Inlet.start(new StreamTarget.Matching("name='counting'"), InletSettings.of(network), heard)) {
            pushUntil(first, 0, heard, 20);
            first.close();
            var other = new StreamKind("counting", "EEG", 2, ChannelFormat.INT32, "device 7", 500);
            try (var second = open(other)) {
                assertThat(heard.awaitEvents(3)).isTrue();
                assertThat(second.hasClients()).isFalse();
            }
            assertThat(inlet.findStream()).isPresent();
        }
        assertThat(heard.events()).containsExactly("connected, new clock", "disconnected", "changed");
    }

    private static String xml(String uid) {
        StreamDescription plain = DescriptionTest.description(ChannelFormat.INT16);
        var instance = new StreamInstance(uid, 1, "default", "vm", new StreamPorts(26572, 0, 0, 0), 110);
        return DescriptionWriter.fullXml(new StreamDescription(plain.kind(), instance, plain.desc()));
    }

    private static byte[] feed(String uid, String extra, int samples) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("LSL/110 200 OK\r\nUID: " + uid + "\r\nByte-Order: 1234\r\n" + extra
                        + "Data-Protocol-Version: 110\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        StreamKind kind = DescriptionTest.description(ChannelFormat.INT16).kind();
        var writer = new PlainWriter(ChannelFormat.INT16, ByteOrder.LITTLE_ENDIAN);
        SampleBatch patterns = TestPattern.samples(kind);
        for (int i = 0; i < 2; i++) {
            writer.write(patterns.stamp(i), false, PlainValues.encode(patterns, i, null), 6, out);
        }
        var batch = new SampleBatch(ChannelFormat.INT16, 3, 1);
        for (int i = 0; i < samples; i++) {
            batch.clear();
            batch.set(batch.add(i), 0, (long) i);
            writer.write(i, false, PlainValues.encode(batch, 0, null), 6, out);
        }
        return out.toByteArray();
    }

    /** Old outlets of liblsl end with a sample of whatever was in memory, just before they close. */
    @Test
    void theLastSampleBeforeAnEndIsDroppedUnlessTheOutletPromisesThatItIsOne() throws Exception {
        for (var promise : List.of("", "Neuroward-Clean-End: 1\r\n")) {
            var heard = new HeardStream();
            String uid = "718e3d8a-2fc5-4706-934d-d3e0cb4bd0ff";
            try (var outlet = new ScriptedOutlet(xml(uid), feed(uid, promise, 10), false);
                    var inlet = Inlet.start(outlet.target(), InletSettings.of(network), heard)) {
                assertThat(heard.awaitEvents(2)).isTrue();
                assertThat(inlet.findStream()).isPresent();
            }
            assertThat(numbers(heard).subList(0, 9)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            assertThat(numbers(heard).stream().filter(number -> number == 9).count() > 0)
                    .isEqualTo(!promise.isEmpty());
        }
    }

    @Test
    void theNewestSampleIsDeliveredWhenTheStreamOnlyPauses() throws Exception {
        var heard = new HeardStream();
        String uid = "718e3d8a-2fc5-4706-934d-d3e0cb4bd0ff";
        try (var outlet = new ScriptedOutlet(xml(uid), feed(uid, "", 10), true);
                var inlet = Inlet.start(outlet.target(), InletSettings.of(network), heard)) {
            assertThat(heard.awaitSamples(10)).isTrue();
            assertThat(inlet.findStream()).isPresent();
        }
    }

    @Test
    void anUpperCaseUidIsTheSame() throws Exception {
        var heard = new HeardStream();
        String uid = "718E3D8A-2FC5-4706-934D-D3E0CB4BD0FF";
        try (var outlet = new ScriptedOutlet(xml(uid), feed(uid, "", 10), true);
                var inlet = Inlet.start(outlet.target(), InletSettings.of(network), heard)) {
            assertThat(heard.awaitSamples(10)).isTrue();
            assertThat(inlet.findStream()).isPresent();
        }
    }

    @Test
    void whatDoesNotAnswerLikeAnOutletIsNeverConnected() throws Exception {
        String uid = "718e3d8a-2fc5-4706-934d-d3e0cb4bd0ff";
        byte[] wrongPattern = feed(uid, "", 3);
        wrongPattern[wrongPattern.length - 3 * 15 - 1] ^= 1;
        List<byte[]> answers = List.of(
                "LSL/110 404 Not found".getBytes(StandardCharsets.US_ASCII),
                "LSL/110 505 Version not supported".getBytes(StandardCharsets.US_ASCII),
                "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                ("LSL/110 200 OK\r\n" + "x".repeat(17 << 10) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII),
                feed("718e3d8a-2fc5-4706-934d-000000000000", "", 3),
                wrongPattern,
                new byte[0]);
        for (byte[] answer : answers) {
            try (var outlet = new ScriptedOutlet(xml(uid), answer, false)) {
                var found = Discovery.at(new java.net.InetSocketAddress(
                        InetAddress.getLoopbackAddress(), ((StreamTarget.At) outlet.target()).port()));
                var feed = new Feed(found, InletSettings.of(network));
                org.assertj.core.api.Assertions.assertThatThrownBy(feed::open).isInstanceOf(IOException.class);
                feed.close();
            }
        }
    }

    @Test
    void aDescriptionThatIsTooLongIsNotRead() throws Exception {
        String uid = "718e3d8a-2fc5-4706-934d-d3e0cb4bd0ff";
        int most = Limits.fullDescriptionBytes(3);
        for (int bytes : new int[] {most - 100, most + 1}) {
            String plain = xml(uid);
            String padded = plain.replace("</info>", "<!--" + "x".repeat(bytes - plain.length() - 7) + "--></info>");
            try (var outlet = new ScriptedOutlet(padded, new byte[0], false)) {
                var place = new java.net.InetSocketAddress(
                        InetAddress.getLoopbackAddress(), ((StreamTarget.At) outlet.target()).port());
                if (bytes > most) {
                    org.assertj.core.api.Assertions.assertThatThrownBy(() -> InfoRequest.full(place, 3))
                            .isInstanceOf(LslException.class);
                } else {
                    assertThat(InfoRequest.full(place, 3).kind().name()).isEqualTo("T1");
                }
            }
        }
    }

    @Test
    void aClosedInletIsSilent() throws Exception {
        var heard = new HeardStream();
        try (var outlet = open(counting())) {
            Inlet inlet = Inlet.start(new StreamTarget.Known(outlet.place()), InletSettings.of(network), heard);
            pushUntil(outlet, 0, heard, 20);
            inlet.close();
            int before = heard.samples().size();
            var batch = new SampleBatch(ChannelFormat.INT32, 2, 1);
            batch.add(1);
            outlet.push(batch);
            HeardStream.awaitTrue("the outlet has noticed", () -> !outlet.hasClients());

            assertThat(heard.samples()).hasSize(before);
            assertThat(heard.events()).containsExactly("connected, new clock");
        }
    }
}
