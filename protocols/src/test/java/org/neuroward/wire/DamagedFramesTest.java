package org.neuroward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.wire.FrameException.Kind;

class DamagedFramesTest {

    private static final List<Frame> FRAMES = Frames.recording();
    private static final int MUTATIONS = 20_000;

    /** CRC32C finds every burst of up to 32 bits, so certainly every single changed byte. */
    @Test
    void everyChangedByteIsFound() {
        byte[] bytes = FRAMES.get(2).encode();
        for (int at = 0; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;

            assertThatThrownBy(() -> Frame.decode(damaged)).isInstanceOf(FrameException.class);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2026, 1123})
    void randomBytesNeverDoMoreThanBeRefused(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            Frame frame = FRAMES.get(random.nextInt(FRAMES.size()));
            byte[] damaged = mutated(frame.encode(), random);
            try {
                assertThat(Frame.decode(damaged)).isEqualTo(frame);
            } catch (FrameException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }

    /** With its checksums made right again a mutated frame reaches the decoder's inner rules. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 2027, 1124})
    void mutatedFramesWithRightChecksumsAreReadOrRefused(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = FRAMES.get(random.nextInt(FRAMES.size())).encode();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            seal(damaged);
            try {
                Frame frame = Frame.decode(damaged);
                assertThat(frame.encode()).isEqualTo(damaged);
                frame.content();
            } catch (FrameException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 2028})
    void mutatedMessagesAreReadOrRefused(long seed) {
        var random = new Random(seed);
        byte[] hello = WireCodec.encode(new FromAgent.Hello(
                "bed-1", "s", "0.1.0", 1, "device", true, Frames.DESCRIPTION.channels(), List.of()));
        byte[] start = WireCodec.encode(new FromServer.Start(
                Frames.SESSION, Frames.SESSION, List.of(new FromServer.PlannedBlock("Eyes closed", 60))));
        for (int i = 0; i < MUTATIONS; i++) {
            try {
                WireCodec.decodeFromAgent(mutated(hello, random));
                WireCodec.decodeFromServer(mutated(start, random));
            } catch (WireException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void saysWhatIsWrong() {
        assertKind(Kind.INCOMPLETE, bytes -> Arrays.copyOf(bytes, bytes.length - 1));
        assertKind(Kind.INCOMPLETE, bytes -> Arrays.copyOf(bytes, 20));
        assertKind(Kind.EXCESS, bytes -> Arrays.copyOf(bytes, bytes.length + 1));
        assertKind(Kind.WRONG_MAGIC, bytes -> set(bytes, 0, 'X'));
        assertKind(Kind.BAD_HEADER_CRC, bytes -> set(bytes, 30, 77));
        assertKind(Kind.BAD_FRAME_CRC, bytes -> set(bytes, 80, 77));
        assertKind(Kind.UNKNOWN_VERSION, bytes -> seal(set(bytes, 4, 2)));
        assertKind(Kind.UNKNOWN_TYPE, bytes -> seal(set(bytes, 5, 7)));
        assertKind(Kind.UNKNOWN_FLAGS, bytes -> seal(set(bytes, 6, 1)));
        assertKind(Kind.TOO_LONG, bytes -> seal(set(bytes, 66, 2)));
    }

    private interface Damage {
        byte[] to(byte[] bytes);
    }

    private static void assertKind(Kind kind, Damage damage) {
        byte[] damaged = damage.to(FRAMES.get(2).encode());
        assertThatThrownBy(() -> Frame.decode(damaged))
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static byte[] set(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = Arrays.copyOf(bytes, bytes.length + random.nextInt(3) - 1);
        for (int i = random.nextInt(4); i > 0; i--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
        }
        return mutated;
    }

    private static byte[] seal(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(68, crc(bytes, 68));
        buffer.putInt(bytes.length - 4, crc(bytes, bytes.length - 4));
        return bytes;
    }

    private static int crc(byte[] bytes, int length) {
        var crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
