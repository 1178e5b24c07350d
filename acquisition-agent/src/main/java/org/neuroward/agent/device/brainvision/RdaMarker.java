package org.neuroward.agent.device.brainvision;

import java.nio.ByteBuffer;
import org.neuroward.agent.device.line.DamagedException;
import org.neuroward.agent.device.line.DeviceText;

/**
 * A marker in a block of samples.
 *
 * @param position sample within the block
 * @param samples how long it lasts; 0 for a moment, as some recorders say, or 1
 */
record RdaMarker(long position, long samples, String text) {

    private static final int HEADER_BYTES = 16;

    static RdaMarker read(ByteBuffer body) throws DamagedException {
        int start = body.position();
        if (body.remaining() < HEADER_BYTES) {
            throw new DamagedException("a marker has 16 bytes and more: bytes=" + body.remaining());
        }
        long size = Integer.toUnsignedLong(body.getInt());
        if (size < HEADER_BYTES + 2 || size > body.limit() - start) {
            throw new DamagedException("a marker lies within its message: size=" + size);
        }
        long position = Integer.toUnsignedLong(body.getInt());
        long samples = Integer.toUnsignedLong(body.getInt());
        // The channel that the marker belongs to: -1 for all of them, else its place; remarks belong to the recording.
        body.getInt();
        ByteBuffer texts = body.slice(body.position(), (int) size - HEADER_BYTES);
        String type = DeviceText.remark(RdaStart.zeroTerminated(texts));
        String description = DeviceText.remark(RdaStart.zeroTerminated(texts));
        body.position(start + (int) size);
        return new RdaMarker(position, samples, text(type, description));
    }

    private static String text(String type, String description) {
        if (type.isEmpty() || description.isEmpty()) {
            return type + description;
        }
        return type + "/" + description;
    }
}
