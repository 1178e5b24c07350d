package org.neuroward.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.neuroward.wire.FrameException.Kind;

/**
 * Unit of the agent's spool, of the wire and of the server's recording log, little-endian:
 *
 * <pre>
 * magic u32 | version u8 | type u8 | flags u16 | recordingId 16 bytes (as RFC 9562 writes them)
 * stream u16 | epoch u16 | frameIndex u64 | firstSample u64 | sampleCount u32
 * deviceNanos i64 | hostNanos i64 | payloadLength u32 | headerCrc32c u32 | payload | frameCrc32c u32
 * </pre>
 *
 * The header's CRC covers all before it, the frame's CRC everything before it, the header's CRC included.
 */
public final class Frame {

    /** {@code NWF1} in file order. */
    static final int MAGIC = 0x3146574E;

    static final int VERSION = 1;
    static final int HEADER_BYTES = 72;
    static final int TRAILER_BYTES = 4;

    public static final int LARGEST_PAYLOAD_BYTES = 64 * 1024;
    public static final int LARGEST_FRAME_BYTES = HEADER_BYTES + LARGEST_PAYLOAD_BYTES + TRAILER_BYTES;

    private static final int HEADER_CRC_OFFSET = 68;

    private final FrameHeader header;
    private final byte[] encoded;

    Frame(FrameHeader header, byte[] payload) {
        this.header = Objects.requireNonNull(header);
        if (payload.length > LARGEST_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("a payload holds at most " + LARGEST_PAYLOAD_BYTES + " bytes: "
                    + payload.length + ". Maybe the block should be cut into shorter ones.");
        }
        this.encoded = encode(header, payload);
    }

    /** @param encoded sound bytes, which nobody changes any more: on their way from line to disk they are not copied */
    private Frame(byte[] encoded, FrameHeader header) {
        this.header = header;
        this.encoded = encoded;
    }

    public FrameHeader header() {
        return header;
    }

    public FrameType type() {
        return header.type();
    }

    public UUID recordingId() {
        return header.recordingId();
    }

    public long index() {
        return header.frameIndex();
    }

    public int stream() {
        return header.position().stream();
    }

    public long firstSample() {
        return header.position().firstSample();
    }

    public int sampleCount() {
        return header.position().sampleCount();
    }

    /** The payload, read-only and little-endian. */
    ByteBuffer payload() {
        return ByteBuffer.wrap(encoded, HEADER_BYTES, payloadBytes())
                .slice()
                .asReadOnlyBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    int payloadBytes() {
        return encoded.length - HEADER_BYTES - TRAILER_BYTES;
    }

    /** What the payload says. */
    public FrameContent content() throws FrameException {
        return FrameContent.decode(this);
    }

    /** Length of {@link #encode()}. */
    public int encodedBytes() {
        return encoded.length;
    }

    public byte[] encode() {
        return encoded.clone();
    }

    /** The frame's bytes themselves: to be written, never to be changed. */
    byte[] encoded() {
        return encoded;
    }

    private static byte[] encode(FrameHeader header, byte[] payload) {
        ByteBuffer to = ByteBuffer.allocate(HEADER_BYTES + payload.length + TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        to.putInt(MAGIC).put((byte) VERSION).put((byte) header.type().code()).putShort((short) header.flags());
        putUuid(to, header.recordingId());
        FramePosition position = header.position();
        to.putShort((short) position.stream()).putShort((short) position.epoch());
        to.putLong(header.frameIndex()).putLong(position.firstSample()).putInt(position.sampleCount());
        to.putLong(header.time().deviceNanos()).putLong(header.time().hostNanos());
        to.putInt(payload.length);
        to.putInt(crc(to.array(), 0, HEADER_CRC_OFFSET));
        to.put(payload);
        to.putInt(crc(to.array(), 0, to.position()));
        return to.array();
    }

    /** The frame's own CRC32C: two frames of one index are the same when theirs are. */
    public int crc32c() {
        return ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt(encoded.length - TRAILER_BYTES);
    }

    /** Reads the one frame that fills {@code bytes}. */
    public static Frame decode(byte[] bytes) throws FrameException {
        return decodeOwned(bytes.clone());
    }

    /** Reads the one frame that fills {@code bytes}, which from then on are the frame's and must not be changed. */
    static Frame decodeOwned(byte[] bytes) throws FrameException {
        int length = encodedBytes(ByteBuffer.wrap(bytes));
        if (bytes.length > length) {
            throw new FrameException(
                    Kind.EXCESS, "a message holds one frame: frame=" + length + " bytes, message=" + bytes.length);
        }
        if (bytes.length < length) {
            throw incomplete(length, bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt(length - TRAILER_BYTES) != crc(bytes, 0, length - TRAILER_BYTES)) {
            throw new FrameException(Kind.BAD_FRAME_CRC, "the frame's CRC32C does not match its bytes");
        }
        return new Frame(bytes, header(in));
    }

    /**
     * Reads one frame and moves the position of {@code from} behind it; on an exception the position stays.
     *
     * @throws FrameException of kind {@code INCOMPLETE} when {@code from} ends before the frame does
     */
    static Frame decode(ByteBuffer from) throws FrameException {
        int length = encodedBytes(from);
        if (from.remaining() < length) {
            throw incomplete(length, from.remaining());
        }
        byte[] bytes = new byte[length];
        from.get(from.position(), bytes);
        Frame frame = decodeOwned(bytes);
        from.position(from.position() + length);
        return frame;
    }

    /** Whole length of the frame that starts at the position of {@code from}, after a check of its header. */
    static int encodedBytes(ByteBuffer from) throws FrameException {
        if (from.remaining() < HEADER_BYTES) {
            throw incomplete(HEADER_BYTES, from.remaining());
        }
        ByteBuffer in = from.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt(0) != MAGIC) {
            throw new FrameException(
                    Kind.WRONG_MAGIC, "a frame starts with NWF1: found " + Integer.toHexString(in.getInt(0)));
        }
        if (in.getInt(HEADER_CRC_OFFSET) != headerCrc(in)) {
            throw new FrameException(Kind.BAD_HEADER_CRC, "the frame header's CRC32C does not match its bytes");
        }
        if (in.get(4) != VERSION) {
            throw new FrameException(
                    Kind.UNKNOWN_VERSION, "frame version must be " + VERSION + ": " + (in.get(4) & 0xFF));
        }
        long payload = in.getInt(64) & 0xFFFF_FFFFL;
        if (payload > LARGEST_PAYLOAD_BYTES) {
            throw new FrameException(
                    Kind.TOO_LONG, "a payload holds at most " + LARGEST_PAYLOAD_BYTES + " bytes: " + payload);
        }
        return HEADER_BYTES + (int) payload + TRAILER_BYTES;
    }

    private static FrameHeader header(ByteBuffer in) throws FrameException {
        int typeCode = in.get(5) & 0xFF;
        FrameType type = FrameType.find(typeCode)
                .orElseThrow(() -> new FrameException(Kind.UNKNOWN_TYPE, "frame type is unknown: " + typeCode));
        int flags = in.getShort(6) & 0xFFFF;
        if (flags != 0 && (flags != FrameHeader.PLANNED_DURATION || type != FrameType.EVENT)) {
            throw new FrameException(Kind.UNKNOWN_FLAGS, "frame flags are unknown: " + flags + ", type=" + type);
        }
        long frameIndex = in.getLong(28);
        long firstSample = in.getLong(36);
        int sampleCount = in.getInt(44);
        if (frameIndex < 0 || firstSample < 0 || sampleCount < 0) {
            throw new FrameException(
                    Kind.TOO_LONG,
                    "frame index, first sample and sample count must stay below 2^63," + " 2^63 and 2^31");
        }
        var position = new FramePosition(in.getShort(24) & 0xFFFF, in.getShort(26) & 0xFFFF, firstSample, sampleCount);
        var time = new FrameTime(in.getLong(48), in.getLong(56));
        return new FrameHeader(uuid(in, 8), frameIndex, type, flags, position, time);
    }

    static void putUuid(ByteBuffer to, UUID id) {
        to.putLong(Long.reverseBytes(id.getMostSignificantBits()));
        to.putLong(Long.reverseBytes(id.getLeastSignificantBits()));
    }

    private static UUID uuid(ByteBuffer in, int at) {
        return new UUID(Long.reverseBytes(in.getLong(at)), Long.reverseBytes(in.getLong(at + 8)));
    }

    private static int crc(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    private static int headerCrc(ByteBuffer in) {
        var crc = new CRC32C();
        crc.update(in.slice(0, HEADER_CRC_OFFSET));
        return (int) crc.getValue();
    }

    private static FrameException incomplete(int needed, int present) {
        return new FrameException(
                Kind.INCOMPLETE, "a frame was cut short: needed=" + needed + " bytes, present=" + present);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "Frame[" + recordingId() + " " + index() + " " + type() + " stream=" + stream() + " first="
                + firstSample() + " count=" + sampleCount() + "]";
    }
}
