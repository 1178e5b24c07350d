package org.neuroward.drill.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.neuroward.drill.bed.SignalPattern;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.Bedside;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameMaker;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.Losses;
import org.neuroward.wire.SpoolFacts;
import org.neuroward.wire.WireCodec;

/**
 * Messages that an agent could send and should not: valid ones, damaged as lines, programs and enemies damage them. Frames
 * are also given wrong fields and right checksums, so that more than the checksum is put to the test. The same seed gives
 * the same messages.
 */
final class HostileMessages {

    /** Layout of a frame, as {@link Frame} documents it. */
    private static final int HEADER_CRC_OFFSET = 68;

    private static final int HEADER_BYTES = 72;
    private static final int[] FIELD_OFFSETS = {0, 4, 5, 6, 8, 24, 26, 28, 36, 44, 48, 56, 64};
    private static final long[] EXTREMES = {
        0, 1, 2, -1, 127, 128, 255, 65_535, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
    };

    /** Field 2 of an agent's message: a frame. */
    private static final byte FRAME_TAG = 0x12;

    private static final SignalPattern SIGNAL = new SignalPattern(1, 4, 256);

    private final SplittableRandom random;
    private final List<byte[]> messages = new ArrayList<>();
    private final List<byte[]> frames = new ArrayList<>();
    private final UUID recordingId;

    HostileMessages(long seed, UUID recordingId) {
        this.random = new SplittableRandom(seed);
        this.recordingId = recordingId;
        addFrames();
        for (FromAgent message : otherMessages()) {
            messages.add(WireCodec.encode(message));
        }
        frames.forEach(frame -> messages.add(wrapped(frame)));
    }

    private void addFrames() {
        var maker = new FrameMaker(recordingId, 0);
        var now = new FrameTime(0, 0);
        var description =
                new FrameContent.Description(UUID.randomUUID(), "hostile", Instant.EPOCH, SIGNAL.description(), true);
        add(maker.make(description, FramePosition.at(0, 0), now));
        for (int block = 0; block < 4; block++) {
            var samples = new FrameContent.Samples(SIGNAL.block(block * 16L, 16));
            add(maker.make(samples, new FramePosition(0, 0, block * 16L, 16), now));
        }
        add(maker.make(new FrameContent.Missing(GapCause.COUNTER), new FramePosition(0, 0, 64, 10), now));
        var event = new FrameContent.Event(Duration.ofSeconds(1), Optional.of(Duration.ofSeconds(2)), "x", true);
        add(maker.make(event, FramePosition.at(0, 74), now));
        add(maker.make(new FrameContent.Tally(1, 2, 3), FramePosition.at(0, 74), now));
        add(maker.make(new FrameContent.End(EndReason.STOPPED, List.of(74L)), FramePosition.at(0, 74), now));
    }

    private void add(Frame frame) {
        frames.add(frame.encode());
    }

    private List<FromAgent> otherMessages() {
        var spool = new SpoolFacts(1, 2, 3, 4, 5, DiskState.OK);
        var spooled = new SpooledRecording(recordingId, UUID.randomUUID(), 5, false);
        return List.of(
                new Hello("a", "b", "c", Bedside.WIRE_VERSION, "d", true, SIGNAL.description(), List.of(spooled)),
                new Preview(0, 0, 4, SIGNAL.block(0, 8)),
                new State(AgentState.RECORDING, "detail"),
                new Status(1, DeviceState.STREAMING, Losses.NONE, spool, Optional.empty(), Optional.empty()),
                new CommandDone(UUID.randomUUID(), Optional.empty()));
    }

    /** Valid bytes of a recording's first frames, in order. */
    List<byte[]> validFrames() {
        return frames.stream().map(byte[]::clone).toList();
    }

    /** The next message. */
    byte[] next() {
        return switch (random.nextInt(8)) {
            case 0 -> garbage();
            case 1, 2 -> wrapped(reforged(pick(frames).clone()));
            case 3 -> wrapped(damaged(pick(frames)));
            case 4 -> spliced(pick(messages), pick(messages));
            case 5 -> wrapped(new byte[random.nextInt(200)]);
            default -> damaged(pick(messages));
        };
    }

    private byte[] pick(List<byte[]> from) {
        return from.get(random.nextInt(from.size()));
    }

    private byte[] garbage() {
        byte[] bytes = new byte[random.nextInt(random.nextInt(50) == 0 ? 100_000 : 300)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Wrong fields under right checksums. */
    private byte[] reforged(byte[] frame) {
        ByteBuffer bytes = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = FIELD_OFFSETS[random.nextInt(FIELD_OFFSETS.length)];
            long value = random.nextBoolean() ? EXTREMES[random.nextInt(EXTREMES.length)] : random.nextInt(100);
            switch (random.nextInt(3)) {
                case 0 -> bytes.put(at, (byte) value);
                case 1 -> bytes.putInt(Math.min(at, HEADER_CRC_OFFSET - Integer.BYTES), (int) value);
                default -> bytes.putLong(Math.min(at, HEADER_CRC_OFFSET - Long.BYTES), value);
            }
        }
        if (random.nextBoolean() && frame.length > HEADER_BYTES + Integer.BYTES) {
            int at = HEADER_BYTES + random.nextInt(frame.length - HEADER_BYTES - Integer.BYTES);
            frame[at] = (byte) random.nextInt();
        }
        bytes.putInt(HEADER_CRC_OFFSET, crc(frame, HEADER_CRC_OFFSET));
        bytes.putInt(frame.length - Integer.BYTES, crc(frame, frame.length - Integer.BYTES));
        return frame;
    }

    private static int crc(byte[] bytes, int length) {
        var crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private byte[] damaged(byte[] valid) {
        byte[] bytes = valid.clone();
        switch (random.nextInt(5)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(64));
            case 2 -> {
                int from = random.nextInt(bytes.length);
                Arrays.fill(bytes, from, Math.min(bytes.length, from + random.nextInt(16)), (byte) 0xFF);
            }
            default -> {
                for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }

    private byte[] spliced(byte[] head, byte[] tail) {
        int upTo = random.nextInt(head.length + 1);
        int from = random.nextInt(tail.length + 1);
        byte[] both = Arrays.copyOf(head, upTo + tail.length - from);
        System.arraycopy(tail, from, both, upTo, tail.length - from);
        return both;
    }

    /** A message around the bytes of a frame, be they one or not. */
    static byte[] wrapped(byte[] frame) {
        var message = new ByteArrayOutputStream(frame.length + 6);
        message.write(FRAME_TAG);
        int length = frame.length;
        while (length > 0x7F) {
            message.write(length & 0x7F | 0x80);
            length >>>= 7;
        }
        message.write(length);
        message.writeBytes(frame);
        return message.toByteArray();
    }
}
