package org.neuroward.agent.device.fieldtrip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.agent.device.hostile.PlayedBytes;
import org.neuroward.agent.device.hostile.Victim;
import org.neuroward.agent.device.line.OneConnection;
import org.neuroward.signal.SeededRandom;

/** Answers of a FieldTrip buffer in the order in which they are asked for: header, how much there is, events, samples. */
public final class HostileBuffer implements Victim {

    private static final int ROUNDS = 8;
    private static final int CHANNELS = 2;
    private static final int SAMPLES = 10;
    private static final int INT32 = 7;

    @Override
    public String name() {
        return "FieldTrip buffer";
    }

    @Override
    public List<byte[]> soundFrames(SeededRandom random) {
        var frames = new ArrayList<byte[]>();
        frames.add(header());
        int events = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            boolean event = round % 3 == 0;
            events += event ? 1 : 0;
            frames.add(answer(0x404, body(8).putInt(round * SAMPLES).putInt(events)));
            if (event) {
                frames.add(event(round * SAMPLES - 3));
            }
            frames.add(data());
        }
        return frames;
    }

    private static byte[] header() {
        byte[] names = "Fp1\0Fp2\0".getBytes(StandardCharsets.US_ASCII);
        return answer(
                0x204,
                body(200)
                        .putInt(CHANNELS)
                        .putInt(0)
                        .putInt(0)
                        .putFloat(250)
                        .putInt(INT32)
                        .putInt(8 + names.length + 8 + 16)
                        .putInt(1)
                        .putInt(names.length)
                        .put(names)
                        .putInt(3)
                        .putInt(16)
                        .putDouble(0.1)
                        .putDouble(0.1));
    }

    private static byte[] data() {
        ByteBuffer body =
                body(200).putInt(CHANNELS).putInt(SAMPLES).putInt(INT32).putInt(4 * CHANNELS * SAMPLES);
        for (int i = 0; i < CHANNELS * SAMPLES; i++) {
            body.putInt(i);
        }
        return answer(0x204, body);
    }

    private static byte[] event(int sample) {
        byte[] type = "Stimulus".getBytes(StandardCharsets.US_ASCII);
        byte[] value = "S 1".getBytes(StandardCharsets.US_ASCII);
        return answer(
                0x204,
                body(100)
                        .putInt(0)
                        .putInt(type.length)
                        .putInt(0)
                        .putInt(value.length)
                        .putInt(sample)
                        .putInt(0)
                        .putInt(0)
                        .putInt(type.length + value.length)
                        .put(type)
                        .put(value));
    }

    private static ByteBuffer body(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] answer(int command, ByteBuffer body) {
        body.flip();
        return ByteBuffer.allocate(8 + body.remaining())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 1)
                .putShort((short) command)
                .putInt(body.remaining())
                .put(body)
                .array();
    }

    @Override
    public int greetings() {
        return 1;
    }

    @Override
    public boolean play(PlayedBytes bytes, SampleSink sink) {
        return OneConnection.play(
                bytes, new BufferDialog("hostile", OptionalDouble.empty(), ByteOrder.LITTLE_ENDIAN), sink);
    }
}
