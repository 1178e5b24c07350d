package org.neuroward.agent.device.biosemi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.line.Connection;
import org.neuroward.agent.device.line.Dialog;
import org.neuroward.agent.device.line.HopelessException;
import org.neuroward.agent.device.line.SampleTrack;

/**
 * Listens to ActiView, which sends samples without any frame, beginning with the first channel (BioSemi in its forum, 2007).
 * Nothing is counted: what is missing after a broken connection is estimated by time.
 */
final class ActiViewDialog implements Dialog {

    /** ActiView sends so many times a second. */
    private static final int BLOCKS_PER_SECOND = 128;

    private final String name;
    private final ActiViewLayout layout;
    private final StatusWatch status = new StatusWatch();

    ActiViewDialog(String name, ActiViewLayout layout) {
        this.name = name;
        this.layout = layout;
    }

    @Override
    public ByteOrder order() {
        return ByteOrder.LITTLE_ENDIAN;
    }

    /** It is there when samples come: a program that only accepts the connection is not found yet. */
    @Override
    public AmplifierDescription begin(Connection connection) throws IOException {
        connection.awaitMore();
        return new AmplifierDescription(name, false, layout.channels());
    }

    @Override
    public void deliver(Connection connection, SampleTrack track) throws IOException, HopelessException {
        int channels = layout.channelCount();
        int samples = (int) Math.max(1, layout.rate().hertz() / BLOCKS_PER_SECOND);
        while (true) {
            ByteBuffer bytes = connection.read(samples * channels * ActiViewLayout.BYTES);
            track.settle(samples);
            int[] counts = new int[samples * channels];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = count(bytes, i % channels, track.next() + i / channels, track);
            }
            track.samples(counts);
        }
    }

    private int count(ByteBuffer bytes, int channel, long sample, SampleTrack track) throws HopelessException {
        int count = bytes.get() & 0xff | (bytes.get() & 0xff) << 8 | bytes.get() << 16;
        if (channel < layout.labels().size()) {
            return ActiViewLayout.stated(count);
        }
        status.next(count & 0xFFFFFF, sample, track);
        return count;
    }
}
