package org.neuroward.agent.device.openbci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketScannerTest {

    private final PacketScanner scanner = new PacketScanner();

    /** Bytes as the format's description gives them, not as our writer does: extremes, signs and a stamp. */
    @Test
    void readsTheFieldsOfAPacket() {
        byte[] bytes = HexFormat.of()
                .parseHex("a0ff" + "7fffff" + "800000" + "ffffff" + "000001" + "000000" + "123456" + "edcba9" + "0000a0"
                        + "00000102fffe" + "c3");

        CytonPacket packet = CytonPacket.read(bytes, 0);

        assertThat(packet.counter()).isEqualTo(255);
        assertThat(counts(packet)).containsExactly(8388607, -8388608, -1, 1, 0, 0x123456, -0x123457, 160);
        assertThat(packet.findClockMillis()).hasValue(0x0102fffeL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6})
    void takesEveryStopByteAndOnlyTheLastFourKindsCarryTheClock(int stop) {
        feed(CytonBytes.packet(1, new int[8], stop, 4_000_000_000L), CytonBytes.packet(2, new int[8], stop, 1));

        CytonPacket packet = scanner.next().orElseThrow();

        assertThat(packet.findClockMillis().isPresent()).isEqualTo(stop >= 0xC3);
        assertThat(packet.findClockMillis().orElse(4_000_000_000L)).isEqualTo(4_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xBF, 0xC7, 0x00, 0xA0})
    void anotherStopByteIsNoPacket(int stop) {
        byte[] wrong = CytonBytes.packet(1, new int[8], stop, 0);
        inStep();
        feed(CytonBytes.packet(0, 0), wrong, CytonBytes.packet(2, 2), CytonBytes.packet(3, 3));

        assertThat(counters()).containsExactly(0, 2, 3);
        assertThat(scanner.takeDamaged()).isTrue();
        assertThat(scanner.takeDamaged()).isFalse();
    }

    /** Of a torn packet nothing is taken, and the one behind it is found although it begins inside the torn one's 33 bytes. */
    @Test
    void findsTheGoodPacketsBehindTornOnesOfEveryLength() {
        for (int length = 1; length < 33; length++) {
            scanner.reset();
            inStep();
            feed(CytonBytes.packet(0, 0), Arrays.copyOf(CytonBytes.packet(1, 0xA0C0A0), length));
            feed(CytonBytes.packet(2, 2), CytonBytes.packet(3, 3), CytonBytes.packet(4, 4));

            assertThat(counters()).as("torn after %d bytes", length).containsExactly(0, 2, 3, 4);
        }
    }

    @Test
    void aPacketThatIsOneByteTooLongCostsItselfAlone() {
        byte[] tooLong = Arrays.copyOf(CytonBytes.packet(1, 1), 34);
        tooLong[33] = tooLong[32];
        tooLong[32] = 0x11;
        inStep();
        feed(CytonBytes.packet(0, 0), tooLong, CytonBytes.packet(2, 2), CytonBytes.packet(3, 3));

        assertThat(counters()).containsExactly(0, 2, 3);
    }

    @Test
    void bytesMayComeInPiecesOfAnySize() {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < 600; i++) {
            all.writeBytes(CytonBytes.packet(i & 0xFF, i));
        }
        long seed = 20261123;
        var random = new Random(seed);
        byte[] bytes = all.toByteArray();
        var found = new ArrayList<Integer>();
        for (int at = 0; at < bytes.length; ) {
            int some = Math.min(1 + random.nextInt(100), bytes.length - at);
            scanner.add(bytes, at, some);
            at += some;
            found.addAll(firsts());
        }

        assertThat(found).as("seed %d", seed).hasSize(600);
        for (int i = 0; i < 600; i++) {
            assertThat(found.get(i)).isEqualTo(i);
        }
    }

    /** With two packets' frames asked for after a search, noise of a megabyte gives one in 10^5 tries at most. */
    @Test
    void noiseIsNotTakenForPackets() {
        long seed = 4;
        var random = new Random(seed);
        byte[] noise = new byte[1000];
        int ghosts = 0;
        for (int i = 0; i < 1000; i++) {
            random.nextBytes(noise);
            scanner.add(noise, 0, noise.length);
            ghosts += counters().size();
        }

        assertThat(ghosts).as("seed %d", seed).isZero();
        assertThat(scanner.room()).isPositive();
    }

    /** The scanner has seen packets that follow each other. */
    private void inStep() {
        feed(CytonBytes.packet(254, 0), CytonBytes.packet(255, 0));
        assertThat(counters()).hasSize(2);
    }

    private void feed(byte[]... pieces) {
        for (byte[] piece : pieces) {
            scanner.add(piece, 0, piece.length);
        }
    }

    private List<Integer> counters() {
        return all().stream().map(CytonPacket::counter).toList();
    }

    private List<Integer> firsts() {
        return all().stream().map(packet -> packet.count(0)).toList();
    }

    private List<CytonPacket> all() {
        var packets = new ArrayList<CytonPacket>();
        for (Optional<CytonPacket> packet = scanner.next(); packet.isPresent(); packet = scanner.next()) {
            packets.add(packet.get());
        }
        return packets;
    }

    private static int[] counts(CytonPacket packet) {
        int[] counts = new int[8];
        for (int channel = 0; channel < 8; channel++) {
            counts[channel] = packet.count(channel);
        }
        return counts;
    }
}
