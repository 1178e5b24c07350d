package org.neuroward.agent.device.openbci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.signal.Channel;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.Impedance;

@Timeout(60)
class OpenBciAmplifierTest {

    private static final Run SESSION = new Run.Session(List.of(), 0);

    private final Delivered delivered = new Delivered();
    private CytonEmulator board = new CytonEmulator(false);
    private OpenBciAmplifier amplifier;

    @AfterEach
    void close() {
        if (amplifier != null) {
            amplifier.close();
        }
    }

    @Test
    void setsTheBoardAndDeliversEverySampleAtItsPlace() throws Exception {
        record(3000, "");

        assertThat(board.commands()).startsWith("s", "v", "c", "d", "b");
        assertThat(delivered.holes()).isEmpty();
        assertSamplesAreAtTheirPlaces();
        assertThat(delivered.states()).containsExactly(DeviceState.STREAMING);
    }

    @Test
    void saysWhatItDelivers() throws Exception {
        open("?daisy&gain=12&electrodes=Fp1,Fp2,F3,F4,C3,C4,P3,P4,O1,O2,F7,F8,T7,T8,P7,P8", true);
        List<Channel> channels = amplifier.find().orElseThrow().channels();

        assertThat(channels).hasSize(16).extracting(Channel::label).contains("EEG Fp1", "EEG P8");
        assertThat(channels.getFirst().rate().hertz()).isEqualTo(125);
        // 4.5 V / (2^23 - 1) / 12, in microvolts
        assertThat(channels.getFirst().calibration().microvoltsPerCount()).isCloseTo(0.0447034890, within(1e-9));
        assertThat(board.commands()).contains("C", "x1050110X", "xI050110X");
    }

    @Test
    void lostTornAndRepeatedPacketsLeaveExactGapsAndNothingElse() throws Exception {
        long seed = 31;
        var random = new Random(seed);
        var missing = new ArrayList<Long>();
        board.onTheWay = n -> {
            double fate = random.nextDouble();
            if (n < 20 || fate > 0.03) {
                return board.packet(n);
            }
            if (fate < 0.01) {
                missing.add(n);
                return new byte[0];
            }
            if (fate < 0.02) {
                missing.add(n);
                return Arrays.copyOf(board.packet(n), 1 + random.nextInt(31));
            }
            return twice(board.packet(n));
        };
        record(10_000, "");

        assertSamplesAreAtTheirPlaces();
        assertThat(delivered.holes()).as("seed %d", seed).isNotEmpty().allMatch(hole -> hole.missing()
                .exact());
        List<Long> lost = lostSamples();
        synchronized (board) {
            // A good packet between two damaged ones cannot be told from noise, and is lost with them.
            assertThat(lost)
                    .containsAll(missing.stream()
                            .filter(n -> n < delivered.position(0))
                            .toList());
            assertThat(lost.size()).isLessThan(missing.size() + 40);
        }
        assertThat(delivered.tally().getFirst()).isPositive();
        assertThat(delivered.tally().get(2)).isPositive();
    }

    @Test
    void aHoleOfManyWrapsIsCounted() throws Exception {
        board.onTheWay = n -> n >= 1000 && n < 1000 + 256 * 7 ? new byte[0] : board.packet(n);
        record(5000, "");

        assertSamplesAreAtTheirPlaces();
        assertThat(delivered.holes()).singleElement().satisfies(hole -> {
            assertThat(hole.firstSample()).isEqualTo(1000);
            assertThat(hole.sampleCount()).isEqualTo(256 * 7);
            assertThat(hole.missing()).isEqualTo(new Missing(GapCause.COUNTER, true));
        });
        assertThat(delivered.states())
                .containsExactly(DeviceState.STREAMING, DeviceState.SILENT, DeviceState.STREAMING);
    }

    @Test
    void aDongleThatIsPulledOutAndPutBackLeavesAnExactGap() throws Exception {
        board.unplug(1000, 4000);
        record(6000, "");

        assertSamplesAreAtTheirPlaces();
        assertThat(board.opened()).isEqualTo(2);
        assertThat(delivered.holes()).singleElement().satisfies(hole -> {
            assertThat(hole.missing()).isEqualTo(new Missing(GapCause.RECONNECTED, true));
            assertThat(hole.firstSample()).isBetween(980L, 1000L);
            assertThat(hole.firstSample() + hole.sampleCount()).isBetween(4000L, 4600L);
        });
        assertThat(delivered.states())
                .containsExactly(DeviceState.STREAMING, DeviceState.ABSENT, DeviceState.STREAMING);
        assertThat(board.commands().stream().filter("v"::equals)).hasSize(1);
    }

    @Test
    void aBoardThatWasOffIsSetAnewAndItsGapIsAnEstimate() throws Exception {
        board.switchOff(1024, 3072);
        record(4000, "");

        assertThat(delivered.faults()).isEmpty();
        assertThat(delivered.failures()).isEmpty();
        assertThat(board.commands().stream().filter("v"::equals).count()).isGreaterThan(1);
        assertThat(delivered.holes()).singleElement().satisfies(hole -> {
            assertThat(hole.missing()).isEqualTo(new Missing(GapCause.RECONNECTED, false));
            assertThat(hole.sampleCount()).isGreaterThan(2000);
        });
        assertThat(delivered.states())
                .containsExactly(DeviceState.STREAMING, DeviceState.SILENT, DeviceState.STREAMING);
    }

    @Test
    void aDaisysHalvesAreOneSampleAndALostHalfCostsOneSample() throws Exception {
        board = new CytonEmulator(true);
        board.onTheWay =
                n -> n == 501 || n == 1000 || n == 1500 || n == 1501 || n == 1503 ? new byte[0] : board.packet(n);
        record(2000, "?daisy");

        assertThat(delivered.faults()).isEmpty();
        assertThat(delivered.holes())
                .extracting(Delivered.Hole::firstSample, Delivered.Hole::sampleCount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(250L, 1),
                        org.assertj.core.groups.Tuple.tuple(500L, 1),
                        org.assertj.core.groups.Tuple.tuple(750L, 2));
        for (SampleBlock block : delivered.blocks()) {
            for (int i = 0; i < block.sampleCount(); i++) {
                long sample = block.firstSample() + i;
                // The even packet carries the Daisy's channels, the odd one after it the board's.
                assertThat(block.counts()[16 * i + 8]).isEqualTo((int) (2 * sample));
                assertThat(block.counts()[16 * i]).isEqualTo((int) (2 * sample + 1));
            }
        }
    }

    @Test
    void aBoardWithoutADaisyIsRefusedWhenOneIsAskedFor() throws Exception {
        amplifier = new OpenBciAmplifier(BoardSettings.of(DeviceAddress.parse("openbci:x?daisy")), board, board);
        for (int i = 0; i < 1000 && !board.commands().contains("v"); i++) {
            Thread.onSpinWait();
        }

        assertThat(amplifier.find()).isEmpty();
    }

    @Test
    void theBoardsClockIsTheDevicesTime() throws Exception {
        record(1000, "?stamps");

        assertThat(board.commands()).contains("<");
        for (SampleBlock block : delivered.blocks()) {
            assertThat(block.deviceNanos()).isEqualTo(block.firstSample() * 4_000_000);
        }
    }

    @Test
    void impedancesAreMeasuredOneByOneAndNoTestSignalIsDelivered() throws Exception {
        for (int i = 0; i < 8; i++) {
            board.ohms[i] = 3_000 + 1_000 * i;
        }
        open("", false);
        amplifier.start(SESSION, delivered);
        delivered.awaitSamples(500);
        amplifier.measureImpedance(true);
        delivered.await("eight electrodes", sink -> sink.impedances().size() >= 8);
        amplifier.measureImpedance(false);
        long before = delivered.position(0);
        delivered.await("samples again", sink -> sink.position(0) > before + 500);
        amplifier.stop();

        assertThat(delivered.faults()).isEmpty();
        assertThat(board.drives()).isFalse();
        assertThat(delivered.holes()).singleElement().satisfies(hole -> {
            assertThat(hole.missing().cause()).isEqualTo(GapCause.IMPEDANCE);
            assertThat(hole.missing().exact()).isFalse();
        });
        for (int i = 0; i < 8; i++) {
            Impedance measured = delivered.impedances().get(i);
            assertThat(measured.channel()).isEqualTo("EEG " + (i + 1));
            assertThat(measured.ohms().getAsDouble()).isCloseTo(3_000 + 1_000 * i, within(60.0));
        }
        // Only channel 1 carries anything but zero when no current flows.
        for (SampleBlock block : delivered.blocks()) {
            for (int i = 0; i < block.counts().length; i++) {
                assertThat(i % 8 == 0 || block.counts()[i] == 0).isTrue();
            }
        }
        assertEachMeasuredChannelWasRestored();
    }

    @Test
    void aSessionEndsTheMeasurementFirst() throws Exception {
        open("", false);
        var preview = new Delivered();
        amplifier.start(new Run.Preview(), preview);
        amplifier.measureImpedance(true);
        preview.await("an electrode", sink -> !sink.impedances().isEmpty());
        amplifier.stop();
        amplifier.start(SESSION, delivered);
        delivered.awaitSamples(500);
        amplifier.stop();

        assertThat(board.drives()).isFalse();
        assertThat(delivered.holes()).isEmpty();
        assertThat(delivered.impedances()).isEmpty();
        for (SampleBlock block : delivered.blocks()) {
            assertThat(IntStream.range(0, block.counts().length).filter(i -> i % 8 != 0))
                    .allMatch(i -> block.counts()[i] == 0);
        }
    }

    private void assertEachMeasuredChannelWasRestored() {
        List<String> commands = board.commands();
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i).matches("z.01Z")) {
                char channel = commands.get(i).charAt(1);
                assertThat(commands.get(i - 1)).isEqualTo("x" + channel + "000100X");
                assertThat(commands.subList(i + 1, i + 5))
                        .containsExactly("b", "s", "z" + channel + "00Z", "x" + channel + "060110X");
            }
        }
    }

    private void open(String settings, boolean daisy) throws Exception {
        if (daisy) {
            board = new CytonEmulator(true);
        }
        amplifier = new OpenBciAmplifier(BoardSettings.of(DeviceAddress.parse("openbci:x" + settings)), board, board);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (amplifier.find().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(amplifier.find()).isPresent();
    }

    private void record(long samples, String settings) throws Exception {
        open(settings, false);
        amplifier.start(SESSION, delivered);
        delivered.awaitSamples(samples);
        amplifier.stop();
    }

    private void assertSamplesAreAtTheirPlaces() {
        assertThat(delivered.faults()).isEmpty();
        for (SampleBlock block : delivered.blocks()) {
            for (int i = 0; i < block.sampleCount(); i++) {
                assertThat(block.counts()[8 * i]).isEqualTo((int) (block.firstSample() + i));
            }
        }
    }

    private List<Long> lostSamples() {
        var lost = new ArrayList<Long>();
        for (Delivered.Hole hole : delivered.holes()) {
            for (int i = 0; i < hole.sampleCount(); i++) {
                lost.add(hole.firstSample() + i);
            }
        }
        return lost;
    }

    private static byte[] twice(byte[] packet) {
        byte[] both = Arrays.copyOf(packet, 2 * packet.length);
        System.arraycopy(packet, 0, both, packet.length, packet.length);
        return both;
    }
}
