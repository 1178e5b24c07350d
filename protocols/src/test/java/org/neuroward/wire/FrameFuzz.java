package org.neuroward.wire;

import static org.neuroward.fuzz.WrongSuccess.require;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.neuroward.fuzz.FuzzInput;
import org.neuroward.fuzz.FuzzedReader;

/** Single frames, half of them with checksums that are made right again after the damage. */
public final class FrameFuzz implements FuzzedReader {

    private static final String NAME = "frame";

    @Override
    public String name() {
        return "frame";
    }

    @Override
    public List<FuzzInput> originals() {
        return Frames.recording().stream()
                .filter(frame -> frame.index() < 6 || frame.index() > 20)
                .map(frame -> FuzzInput.of(NAME, frame.encode()))
                .toList();
    }

    /** The fields of the header, as the table in {@link Frame} has them. */
    @Override
    public List<Field> fields(FuzzInput original) {
        int[] sizes = {4, 1, 1, 2, 16, 2, 2, 8, 8, 4, 8, 8, 4, 4};
        var fields = new java.util.ArrayList<Field>();
        int offset = 0;
        for (int size : sizes) {
            fields.add(new Field(NAME, offset, size));
            offset += size;
        }
        return fields;
    }

    @Override
    public List<byte[]> words() {
        return List.of(
                new byte[8],
                new byte[] {-1, -1, -1, -1, -1, -1, -1, -1},
                new byte[] {0, 0, 0, -128},
                new byte[] {-1, -1, -1, 127},
                new byte[] {0, 0, 1, 0},
                new byte[] {1, 0, 0, 0},
                new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 1});
    }

    @Override
    public void repair(FuzzInput damaged, Random random) {
        if (random.nextBoolean()) {
            seal(damaged.bytes(), 0, damaged.bytes().length);
        }
    }

    /** Makes length and checksums of the frame right that fills the stretch; shorter stretches stay as they are. */
    static void seal(byte[] bytes, int from, int length) {
        if (length >= Frame.HEADER_BYTES + Frame.TRAILER_BYTES) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            buffer.putInt(from + 64, length - Frame.HEADER_BYTES - Frame.TRAILER_BYTES);
            buffer.putInt(from + 68, crc(bytes, from, 68));
            buffer.putInt(from + length - 4, crc(bytes, from, length - 4));
        }
    }

    private static int crc(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    @Override
    public boolean refuses(IOException e) {
        return e instanceof FrameException && !e.getMessage().isBlank();
    }

    @Override
    public void read(FuzzInput input, Path folder) throws IOException {
        Frame frame = Frame.decode(input.bytes());
        require(Arrays.equals(frame.encode(), input.bytes()), "a frame is its bytes", frame);
        ByteBuffer bytes = ByteBuffer.wrap(input.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        require(frame.index() == bytes.getLong(28), "frame index");
        require(frame.firstSample() == bytes.getLong(36), "first sample");
        require(frame.sampleCount() == bytes.getInt(44), "sample count");
        if (frame.content() instanceof FrameContent.Samples samples) {
            for (int i = 0; i < samples.size(); i++) {
                require(samples.count(i) == bytes.getInt(Frame.HEADER_BYTES + 4 * i), "count", i);
            }
        }
    }
}
