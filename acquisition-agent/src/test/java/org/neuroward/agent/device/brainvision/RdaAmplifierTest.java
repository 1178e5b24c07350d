package org.neuroward.agent.device.brainvision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.neuroward.agent.device.brainvision.RdaRecorder.data16;
import static org.neuroward.agent.device.brainvision.RdaRecorder.data32;
import static org.neuroward.agent.device.brainvision.RdaRecorder.little;
import static org.neuroward.agent.device.brainvision.RdaRecorder.marker;
import static org.neuroward.agent.device.brainvision.RdaRecorder.message;
import static org.neuroward.agent.device.brainvision.RdaRecorder.start;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.Delivered.Hole;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.Run;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;

/** The recorder measures 2 channels at 500 Hz in blocks of 20 samples; the value of a sample is its own number. */
class RdaAmplifierTest {

    private static final int POINTS = 20;
    private static final byte[] START = start(2000, 0.1, "Fp1", "HEOG");

    private final Delivered delivered = new Delivered();
    private RdaRecorder recorder;
    private Amplifier amplifier;

    @AfterEach
    void close() throws IOException {
        amplifier.close();
        recorder.close();
        assertThat(delivered.faults()).isEmpty();
    }

    private void open() throws Exception {
        recorder = new RdaRecorder(START);
        amplifier = RdaAmplifier.open(DeviceAddress.parse("rda:" + recorder.server.place()), HostClock.system());
    }

    private AmplifierDescription describe(byte[] firstData) {
        recorder.server.send(firstData);
        Optional<AmplifierDescription> found = amplifier.find();
        for (long wait = System.nanoTime(); found.isEmpty(); found = amplifier.find()) {
            assertThat(System.nanoTime() - wait)
                    .isLessThan(Duration.ofSeconds(20).toNanos());
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
        return found.get();
    }

    /** Opens, and starts a run whose connection is there. */
    private void run() throws Exception {
        open();
        describe(block(0));
        int before = recorder.server.accepted();
        amplifier.start(new Run.Session(List.of(), 0), delivered);
        recorder.server.awaitAccepted(before + 1);
    }

    private static byte[] block(long number, byte[]... markers) {
        float[] values = new float[2 * POINTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (number * POINTS + i / 2) * (i % 2 == 0 ? 1 : -1);
        }
        return data32(number, POINTS, values, markers);
    }

    private void send(long... numbers) {
        for (long number : numbers) {
            recorder.server.send(block(number));
        }
    }

    /** Numbers of the recorder's blocks in the order of delivery; every block whole and untouched. */
    private List<Long> blocksDelivered() {
        int[] counts = delivered.counts(0);
        var blocks = new ArrayList<Long>();
        for (int at = 0; at < counts.length; at += 2 * POINTS) {
            long number = counts[at] / 5 / POINTS;
            blocks.add(number);
            for (int i = 0; i < 2 * POINTS; i++) {
                // 0.1 µV a unit on a grid of 0.02 µV: five counts.
                assertThat(counts[at + i]).isEqualTo((int) (number * POINTS + i / 2) * (i % 2 == 0 ? 5 : -5));
            }
        }
        return blocks;
    }

    @Test
    void startAndDataOfThePublishedLayoutAreRead() throws Exception {
        // Written by hand from the layout: 2 channels, 2000 µs, 0.5 µV each, "C3", "C4"; then block 7 with 2 samples.
        byte[] startBytes = HexFormat.of()
                .parseHex(RdaRecorder.GUID + "3A000000" + "01000000" + "02000000" + "0000000000409F40"
                        + "000000000000E03F" + "000000000000E03F" + "433300" + "433400");
        byte[] dataBytes = HexFormat.of()
                .parseHex(RdaRecorder.GUID + "2C000000" + "02000000" + "07000000" + "02000000" + "00000000" + "0100"
                        + "FEFF" + "FF7F" + "0080");
        recorder = new RdaRecorder(startBytes);
        amplifier = RdaAmplifier.open(DeviceAddress.parse("rda:" + recorder.server.place()), HostClock.system());

        AmplifierDescription description = describe(dataBytes);
        int before = recorder.server.accepted();
        amplifier.start(new Run.Preview(), delivered);
        recorder.server.awaitAccepted(before + 1);
        recorder.server.send(dataBytes);
        delivered.awaitSamples(2);

        assertThat(description.channels()).extracting(Channel::label).containsExactly("C3", "C4");
        assertThat(description.channels().getFirst().rate().hertz()).isEqualTo(500);
        assertThat(description.channels().getFirst().calibration().microvoltsPerCount())
                .isEqualTo(0.5);
        assertThat(delivered.counts(0)).containsExactly(1, -2, 32767, -32768);
        assertThat(delivered.counters()).containsExactly(14L);
    }

    @Test
    void isAbsentUntilTheRecorderMeasures() throws Exception {
        recorder = new RdaRecorder(START);
        recorder.server.goAway();
        amplifier = RdaAmplifier.open(DeviceAddress.parse("rda:" + recorder.server.place()), HostClock.system());
        assertThat(amplifier.find()).isEmpty();
        assertThat(amplifier.name()).startsWith("BrainVision Recorder at localhost");

        recorder.server.comeBack();
        AmplifierDescription description = describe(block(0));

        assertThat(description.channels()).extracting(Channel::kind).containsExactly(ChannelKind.EEG, ChannelKind.EOG);
        assertThat(description.simulated()).isFalse();
    }

    @Test
    void everyBlockIsDeliveredAsItCame() throws Exception {
        run();

        send(10, 11, 12);
        delivered.awaitSamples(3 * POINTS);

        assertThat(blocksDelivered()).containsExactly(10L, 11L, 12L);
        assertThat(delivered.holes()).isEmpty();
        assertThat(delivered.counters()).containsExactly(200L);
        assertThat(delivered.blocks().getLast().deviceNanos()).isEqualTo(80_000_000L);
    }

    @Test
    void aLostBlockIsAHoleOfItsExactLengthOverTheWrapOfTheCounter() throws Exception {
        run();

        recorder.server.send(tiny(0xFFFF_FFFEL), tiny(0xFFFF_FFFFL), tiny(3), tiny(4));
        delivered.awaitSamples(7 * POINTS);

        assertThat(delivered.holes())
                .containsExactly(new Hole(
                        0, 2 * POINTS, 3 * POINTS, new Missing(GapCause.COUNTER, true), 2 * POINTS * 2_000_000L));
    }

    private static byte[] tiny(long number) {
        return data32(number, POINTS, new float[2 * POINTS]);
    }

    @Test
    void repeatedAndLateBlocksAreCountedAndNotDelivered() throws Exception {
        run();

        send(5, 6, 6, 9, 8, 5, 10);
        delivered.awaitSamples(6 * POINTS);

        assertThat(blocksDelivered()).containsExactly(5L, 6L, 9L, 10L);
        assertThat(delivered.tally()).containsExactly(2, 1, 0);
    }

    @Test
    void tornMessagesArePutTogether() throws Exception {
        run();
        byte[] message = block(1);

        for (byte b : message) {
            recorder.server.send(new byte[] {b});
        }
        delivered.awaitSamples(POINTS);

        assertThat(blocksDelivered()).containsExactly(1L);
    }

    @Test
    void markersBecomeRemarksAtTheirSamples() throws Exception {
        run();

        recorder.server.send(
                block(0),
                block(
                        1,
                        marker(3, 0, -1, "Stimulus", "S  1"),
                        marker(5, 10, 1, "Comment", "M\u00fcde"),
                        marker(19, 1, -1, "", "R  2")));
        delivered.awaitSamples(2 * POINTS);

        assertThat(delivered.annotations())
                .containsExactly(
                        new Annotation(Duration.ofMillis(46), Optional.empty(), "Stimulus/S  1"),
                        new Annotation(Duration.ofMillis(50), Optional.of(Duration.ofMillis(20)), "Comment/Müde"),
                        new Annotation(Duration.ofMillis(78), Optional.empty(), "R  2"));
    }

    @Test
    void aMarkerOfAWrongLengthLosesNoSamples() throws Exception {
        run();
        byte[] broken = marker(3, 0, -1, "Stimulus", "S  1");
        broken[0] = (byte) 0xFF;

        recorder.server.send(block(0, broken), block(1));
        delivered.awaitSamples(2 * POINTS);

        assertThat(blocksDelivered()).containsExactly(0L, 1L);
        assertThat(delivered.tally()).containsExactly(0, 0, 1);
    }

    @Test
    void aSampleThatIsNoNumberIsMissing() throws Exception {
        run();
        float[] values = new float[2 * POINTS];
        values[7] = Float.NaN;
        values[20] = Float.POSITIVE_INFINITY;

        recorder.server.send(data32(0, POINTS, values));
        delivered.awaitSamples(POINTS);

        assertThat(delivered.holes())
                .extracting(Hole::firstSample, Hole::sampleCount, Hole::missing)
                .containsExactly(
                        tuple(3L, 1, new Missing(GapCause.SOURCE, true)),
                        tuple(10L, 1, new Missing(GapCause.SOURCE, true)));
        assertThat(delivered.counts(0)).hasSize(2 * (POINTS - 2));
    }

    @Test
    void countsOfTheOtherPortStayCounts() throws Exception {
        open();
        short[] values = {1, -1, Short.MAX_VALUE, Short.MIN_VALUE};
        AmplifierDescription description = describe(data16(0, 2, values));
        int before = recorder.server.accepted();
        amplifier.start(new Run.Preview(), delivered);
        recorder.server.awaitAccepted(before + 1);

        recorder.server.send(data16(9, 2, values));
        delivered.awaitSamples(2);

        assertThat(delivered.counts(0)).containsExactly(1, -1, 32767, -32768);
        assertThat(description.channels().getFirst().calibration().microvoltsPerCount())
                .isEqualTo(0.1);
    }

    @Test
    void messagesOfOtherKindsArePassedOver() throws Exception {
        run();

        recorder.server.send(
                message(5, little(8).putInt(1).putInt(2)),
                message(9, little(3).put(new byte[3])),
                block(0),
                message(10000, little(0)),
                block(1));
        delivered.awaitSamples(2 * POINTS);

        assertThat(blocksDelivered()).containsExactly(0L, 1L);
        assertThat(delivered.tally()).containsExactly(0, 0, 0);
    }

    @Test
    void whatAnImpedanceMeasurementHidIsAHoleOfThatCause() throws Exception {
        run();

        recorder.server.send(block(0), message(6, little(4)), message(7, little(40)), message(8, little(0)), block(4));
        delivered.awaitSamples(5 * POINTS);

        assertThat(delivered.holes())
                .extracting(Hole::sampleCount, Hole::missing)
                .containsExactly(tuple(3 * POINTS, new Missing(GapCause.IMPEDANCE, true)));
    }

    @Test
    void aBrokenConnectionIsOpenedAnewAndItsHoleCountedByTheBlockNumbers() throws Exception {
        run();
        send(0, 1);
        delivered.awaitSamples(2 * POINTS);
        int before = recorder.server.accepted();

        recorder.server.cut();
        recorder.server.awaitAccepted(before + 1);
        send(9, 10);
        delivered.awaitSamples(11 * POINTS);

        assertThat(blocksDelivered()).containsExactly(0L, 1L, 9L, 10L);
        assertThat(delivered.holes())
                .extracting(Hole::firstSample, Hole::sampleCount, Hole::missing)
                .containsExactly(tuple(2L * POINTS, 7 * POINTS, new Missing(GapCause.RECONNECTED, true)));
        assertThat(delivered.failures()).isEmpty();
    }

    @Test
    void theHoleOfARecorderThatStartedAnewIsEstimatedByTime() throws Exception {
        run();
        long began = System.nanoTime();
        send(5000, 5001);
        delivered.awaitSamples(2 * POINTS);
        long sent = System.nanoTime();

        recorder.server.goAway();
        delivered.awaitState(DeviceState.SILENT);
        recorder.server.comeBack();
        recorder.server.awaitPeer();
        long back = System.nanoTime();
        send(0);
        delivered.await(
                "what came after",
                all -> !all.holes().isEmpty()
                        && all.position(0)
                                > all.holes().getLast().firstSample()
                                        + all.holes().getLast().sampleCount());
        long ended = System.nanoTime();

        Hole hole = delivered.holes().getFirst();
        assertThat(delivered.holes()).hasSize(1);
        assertThat(hole.missing()).isEqualTo(new Missing(GapCause.RECONNECTED, false));
        // Between the last sample before and the first one after lies at least the time that the test itself saw.
        assertThat((double) hole.sampleCount())
                .isBetween(samplesIn(back - sent) - 2 * POINTS, samplesIn(ended - began));
        assertThat(blocksDelivered()).containsExactly(5000L, 5001L, 0L);
    }

    private static double samplesIn(long nanos) {
        return nanos / 2e6;
    }

    @Test
    void silenceIsToldAndItsEndToo() throws Exception {
        run();
        send(0);
        delivered.awaitState(DeviceState.STREAMING);

        delivered.awaitState(DeviceState.SILENT);
        send(1);
        delivered.awaitSamples(2 * POINTS);

        assertThat(delivered.states()).endsWith(DeviceState.STREAMING, DeviceState.SILENT, DeviceState.STREAMING);
        assertThat(blocksDelivered()).containsExactly(0L, 1L);
    }

    @Test
    void aSecondStartOfTheSameSettingsIsRemarked() throws Exception {
        run();

        recorder.server.send(block(700), message(3, little(0)), START, block(0), block(1));
        delivered.await("three blocks", all -> all.blocks().size() >= 3);

        assertThat(blocksDelivered()).containsExactly(700L, 0L, 1L);
        assertThat(delivered.annotations())
                .extracting(Annotation::text)
                .containsExactly("BrainVision Recorder began to measure anew");
        assertThat(delivered.failures()).isEmpty();
    }

    @Test
    void aRecorderSetToOtherChannelsEndsTheRun() throws Exception {
        run();
        send(0);
        delivered.awaitSamples(POINTS);

        recorder.server.send(start(2000, 0.1, "Fp1", "Cz"), block(1));
        delivered.await("a failure", all -> !all.failures().isEmpty());

        assertThat(delivered.failures().getFirst()).contains("other channels");
        assertThat(blocksDelivered()).containsExactly(0L);
    }

    @Test
    void aRecorderThatComesBackWithAnotherRateEndsTheRunAndIsDescribedAnew() throws Exception {
        run();
        send(0);
        delivered.awaitSamples(POINTS);
        recorder.greetWith(start(1000, 0.1, "Fp1", "HEOG"));
        int before = recorder.server.accepted();

        recorder.server.cut();
        recorder.server.awaitAccepted(before + 1);
        send(1);
        delivered.await("a failure", all -> !all.failures().isEmpty());

        assertThat(amplifier.find().orElseThrow().channels().getFirst().rate().hertz())
                .isEqualTo(1000);
    }

    /** Each is followed by a new connection, over which the signal goes on. */
    @Test
    void messagesOfAbsurdLengthsAreCountedAndTheConnectionIsOpenedAnew() throws Exception {
        run();
        send(0);
        delivered.awaitSamples(POINTS);
        List<byte[]> absurd = List.of(
                header(0xFFFF_FFFF, 4),
                header(3, 4),
                message(4, little(12).putInt(1).putInt(-1).putInt(0)),
                message(4, little(12).putInt(1).putInt(1000).putInt(0)),
                message(2, little(12).putInt(1).putInt(0).putInt(0)),
                message(4, little(4).putInt(1)),
                message(1, little(4).putInt(0)),
                message(1, little(12).putInt(0x7FFF_FFFF).putDouble(2000)),
                "GET / HTTP/1.1\r\nHost: recorder\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        for (int i = 0; i < absurd.size(); i++) {
            int before = recorder.server.accepted();
            recorder.server.send(absurd.get(i));
            recorder.server.awaitAccepted(before + 1);
            send(1 + i);
            delivered.awaitSamples((2L + i) * POINTS);
        }

        assertThat(delivered.tally()).containsExactly(0, 0, absurd.size());
        assertThat(delivered.holes()).isEmpty();
        assertThat(blocksDelivered()).hasSize(1 + absurd.size());
    }

    private static byte[] header(int size, int type) {
        return little(24)
                .put(HexFormat.of().parseHex(RdaRecorder.GUID))
                .putInt(size)
                .putInt(type)
                .array();
    }

    @Test
    void stoppingEndsARunThatWaits() throws Exception {
        run();
        send(0);
        delivered.awaitSamples(POINTS);

        amplifier.stop();
        long after = delivered.position(0);
        amplifier.start(new Run.Preview(), delivered);

        assertThat(after).isEqualTo(POINTS);
    }
}
