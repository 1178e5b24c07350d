package org.neuroward.agent.device.fieldtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.Delivered.Hole;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.line.EmulatedServer;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;

/** Two channels; the first has the sample's index modulo 100, the second that times -1 or, unsigned, plus 100. */
class FieldTripAmplifierTest {

    private static final float HERTZ = 500;

    private final Delivered delivered = new Delivered();
    private BufferServer buffer;
    private Amplifier amplifier;

    @AfterEach
    void close() throws IOException {
        amplifier.close();
        buffer.close();
        assertThat(delivered.faults()).isEmpty();
    }

    private static void int16(int index, ByteBuffer into) {
        into.putShort((short) value(index)).putShort((short) -value(index));
    }

    private static int value(int index) {
        return Integer.remainderUnsigned(index, 100);
    }

    private void open(String settings) throws Exception {
        amplifier = FieldTripAmplifier.open(
                DeviceAddress.parse("fieldtrip:" + buffer.server.place() + settings), HostClock.system());
    }

    private AmplifierDescription describe() {
        Optional<AmplifierDescription> found = amplifier.find();
        for (long wait = System.nanoTime(); found.isEmpty(); found = amplifier.find()) {
            assertThat(System.nanoTime() - wait)
                    .isLessThan(Duration.ofSeconds(20).toNanos());
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
        return found.get();
    }

    /** A run on a buffer of 16-bit counts that holds {@code written} samples already. */
    private void run(int written) throws Exception {
        buffer = new BufferServer(2, HERTZ, 6, 2, FieldTripAmplifierTest::int16);
        buffer.holds(written, 600_000);
        open("");
        describe();
        start();
    }

    private void start() {
        int before = buffer.server.accepted();
        amplifier.start(new Run.Session(List.of(), 0), delivered);
        buffer.server.awaitAccepted(before + 1);
        delivered.await("the counter", all -> !all.counters().isEmpty());
    }

    private void assertSamples(int... indexes) {
        assertThat(delivered.counts(0))
                .isEqualTo(IntStream.of(indexes)
                        .flatMap(index -> IntStream.of(value(index), -value(index)))
                        .toArray());
    }

    private static int[] range(int from, int count) {
        return IntStream.range(0, count).map(i -> from + i).toArray();
    }

    @Test
    void requestsHaveThePublishedLayout() throws Exception {
        var asked = new java.io.ByteArrayOutputStream();
        byte[] header = HexFormat.of()
                .parseHex("0100" + "0402" + "2B000000" + "01000000" + "07000000" + "00000000" + "0000FA43" + "06000000"
                        + "13000000" + "01000000" + "03000000" + "437A00" + "00000000" + "00000000");
        var samples = HexFormat.of()
                .parseHex("0100" + "0402" + "14000000" + "01000000" + "02000000" + "06000000" + "04000000" + "0500"
                        + "FBFF");
        var counts = HexFormat.of().parseHex("0100" + "0404" + "08000000" + "09000000" + "00000000");
        try (var server = new EmulatedServer(peer -> {
            byte[] first = peer.receive(8);
            peer.send(header);
            byte[] second = peer.receive(20);
            peer.send(counts);
            byte[] third = peer.receive(16);
            peer.send(samples);
            asked.writeBytes(first);
            asked.writeBytes(second);
            asked.writeBytes(third);
            peer.listen();
        })) {
            buffer = new BufferServer(1, HERTZ, 6, 2, FieldTripAmplifierTest::int16);
            amplifier = FieldTripAmplifier.open(DeviceAddress.parse("fieldtrip:" + server.place()), HostClock.system());
            assertThat(describe().channels()).extracting(Channel::label).containsExactly("Cz");
            amplifier.start(new Run.Preview(), delivered);
            delivered.awaitSamples(2);

            // GET_HDR; WAIT_DAT for more than 7 samples or 0 events, 200 ms; GET_DAT of samples 7 and 8.
            assertThat(HexFormat.of().withUpperCase().formatHex(asked.toByteArray()))
                    .isEqualTo("0100" + "0102" + "00000000"
                            + "0100" + "0204" + "0C000000" + "07000000" + "00000000" + "C8000000"
                            + "0100" + "0202" + "08000000" + "07000000" + "08000000");
            assertThat(delivered.counts(0)).containsExactly(5, -5);
        }
    }

    @Test
    void beginsWithWhatIsNewAndDeliversEverySample() throws Exception {
        run(1000);

        buffer.holds(1003, 600_000);
        delivered.awaitSamples(3);
        buffer.holds(1250, 600_000);
        delivered.awaitSamples(250);

        assertSamples(range(1000, 250));
        assertThat(delivered.counters()).containsExactly(1000L);
        assertThat(delivered.holes()).isEmpty();
        assertThat(amplifier.find().orElseThrow().channels())
                .extracting(Channel::label)
                .containsExactly("E1", "E2");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 4", "4, 8", "5, 1", "6, 2", "7, 4", "8, 8", "9, 4", "10, 8"})
    void readsEveryKindOfNumberInBothByteOrders(int type, int bytes) throws Exception {
        for (String order : new String[] {"little", "big"}) {
            var all = new Delivered();
            buffer = new BufferServer(2, HERTZ, type, bytes, (index, into) -> {
                put(type, value(index), into);
                put(type, type <= 4 ? value(index) + 100 : -value(index), into);
            });
            buffer.holds(50, 1000);
            open("?order=" + order);
            Channel channel = describe().channels().getFirst();
            int before = buffer.server.accepted();
            amplifier.start(new Run.Preview(), all);
            buffer.server.awaitAccepted(before + 1);
            all.await("the counter", so -> !so.counters().isEmpty());
            buffer.holds(90, 1000);
            all.awaitSamples(40);

            double microvoltsPerCount = channel.calibration().microvoltsPerCount();
            int[] counts = all.counts(0);
            for (int i = 0; i < 40; i++) {
                assertThat(counts[2 * i] * microvoltsPerCount)
                        .isCloseTo(value(50 + i) * 0.1, org.assertj.core.api.Assertions.within(1e-9));
                double second = type <= 4 ? value(50 + i) + 100 : -value(50 + i);
                assertThat(counts[2 * i + 1] * microvoltsPerCount)
                        .isCloseTo(second * 0.1, org.assertj.core.api.Assertions.within(1e-9));
            }
            amplifier.close();
            buffer.close();
        }
    }

    private static void put(int type, int value, ByteBuffer into) {
        switch (type) {
            case 0, 1, 5 -> into.put((byte) value);
            case 2, 6 -> into.putShort((short) value);
            case 3, 7 -> into.putInt(value);
            case 4, 8 -> into.putLong(value);
            case 9 -> into.putFloat(value);
            default -> into.putDouble(value);
        }
    }

    @Test
    void countsWithoutAWorthHaveNoUnit() throws Exception {
        buffer = new BufferServer(2, HERTZ, 6, 2, FieldTripAmplifierTest::int16);
        buffer.withoutChunks();
        open("");

        assertThat(describe().channels())
                .extracting(Channel::label, Channel::unit)
                .containsExactly(tuple("1", ""), tuple("2", ""));
        start();
        buffer.holds(5, 1000);
        delivered.awaitSamples(5);
        assertSamples(range(0, 5));
    }

    @Test
    void fractionsWithoutAWorthAreTakenOnlyWithTheSetting() throws Exception {
        buffer = new BufferServer(1, HERTZ, 9, 4, (index, into) -> into.putFloat(1e-6f));
        buffer.withoutChunks();
        open("");
        int before = buffer.requests.get();
        while (buffer.requests.get() < before + 3) {
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
        assertThat(amplifier.find()).isEmpty();
        amplifier.close();

        open("?microvolts=1000000");

        assertThat(describe().channels().getFirst().unit()).isEqualTo("uV");
    }

    @Test
    void whatTheRingWroteOverIsMissingExactly() throws Exception {
        run(1000);

        buffer.holds(1600, 100);
        delivered.awaitSamples(600);

        assertThat(delivered.holes())
                .extracting(Hole::firstSample, Hole::sampleCount, Hole::missing)
                .containsExactly(tuple(0L, 500, new Missing(GapCause.COUNTER, true)));
        assertSamples(range(1500, 100));
    }

    @Test
    void theIndexGoesOnOverItsWrap() throws Exception {
        run(-20);
        buffer.holds(-5, 600_000);
        delivered.awaitSamples(15);

        // The reference does not give what lies before the wrap once the count has wrapped.
        buffer.holds(10, 600_000);
        delivered.awaitSamples(30);

        assertThat(delivered.counters()).containsExactly(4294967276L);
        assertThat(delivered.holes())
                .extracting(Hole::firstSample, Hole::sampleCount, Hole::missing)
                .containsExactly(tuple(15L, 5, new Missing(GapCause.COUNTER, true)));
        assertThat(delivered.counts(0)).hasSize(2 * 25).endsWith(9, -9);
    }

    @Test
    void aBrokenConnectionLosesNothingThatTheBufferKept() throws Exception {
        run(0);
        buffer.holds(100, 600_000);
        delivered.awaitSamples(100);

        buffer.server.goAway();
        delivered.awaitState(DeviceState.SILENT);
        buffer.holds(400, 600_000);
        buffer.server.comeBack();
        delivered.awaitSamples(400);

        assertThat(delivered.holes()).isEmpty();
        assertSamples(range(0, 400));
        assertThat(delivered.states()).endsWith(DeviceState.SILENT, DeviceState.STREAMING);
    }

    @Test
    void aBufferThatWasClearedCountsAnew() throws Exception {
        run(5000);
        buffer.holds(5100, 600_000);
        delivered.awaitSamples(100);

        buffer.holds(30, 600_000);
        delivered.await("samples of the new count", all -> all.counts(0).length >= 260);

        assertThat(delivered.counts(0)).endsWith(value(29), -value(29)).hasSize(260);
        assertThat(delivered.holes())
                .allSatisfy(hole -> assertThat(hole.missing()).isEqualTo(new Missing(GapCause.RECONNECTED, false)));
    }

    @Test
    void eventsBecomeRemarksAtTheirSamples() throws Exception {
        run(1000);
        buffer.event("stimulus", "S 1", 1010, 0);
        buffer.event("stimulus", 7.0, 1020, 50);
        buffer.event("before", "x", 900, 0);
        buffer.holds(1100, 600_000);
        delivered.awaitSamples(100);
        delivered.await("the remarks", all -> all.annotations().size() >= 2);

        assertThat(delivered.annotations())
                .containsExactly(
                        new Annotation(Duration.ofMillis(20), Optional.empty(), "stimulus/S 1"),
                        new Annotation(Duration.ofMillis(40), Optional.of(Duration.ofMillis(100)), "stimulus/7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100040400000000",
                "01000404FFFFFFFF",
                "0200040408000000" + "0000000000000000",
                "0001040408000000" + "0000000000000000",
                "01009999" + "00000000"
            })
    void absurdAnswersAreCountedAndTheConnectionIsOpenedAnew(String answer) throws Exception {
        run(0);
        buffer.holds(100, 600_000);
        delivered.awaitSamples(100);
        int before = buffer.server.accepted();

        buffer.answerNextWith(HexFormat.of().parseHex(answer));
        buffer.server.awaitAccepted(before + 1);
        buffer.holds(200, 600_000);
        delivered.awaitSamples(200);

        assertThat(delivered.tally()).containsExactly(0, 0, 1);
        assertSamples(range(0, 200));
    }

    @Test
    void anHttpServerIsNoBuffer() throws Exception {
        buffer = new BufferServer(1, HERTZ, 6, 2, FieldTripAmplifierTest::int16);
        buffer.answerNextWith("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        open("");
        while (!buffer.hasAnswered()) {
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }

        assertThat(describe().channels()).hasSize(1);
    }
}
