package org.neuroward.agent.device.openbci;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.agent.device.hostile.PlayedBytes;
import org.neuroward.agent.device.hostile.Victim;
import org.neuroward.signal.SeededRandom;

/** The packets of a Cyton, alone or with a Daisy, with time stamps or without. */
public final class HostileCyton implements Victim {

    private static final int PACKETS = 200;

    @Override
    public String name() {
        return "OpenBCI Cyton";
    }

    @Override
    public List<byte[]> soundFrames(SeededRandom random) {
        var frames = new ArrayList<byte[]>();
        int first = random.nextInt(256);
        int stop = 0xC0 + random.nextInt(7);
        for (int i = 0; i < PACKETS; i++) {
            int[] counts = {i, -1, 0, 1, 0x7FFFFF, -0x800000, 0xA0A0A0, 0xC0C0C0};
            frames.add(CytonBytes.packet(first + i & 0xFF, counts, stop, i * 4L));
        }
        return frames;
    }

    @Override
    public int greetings() {
        return 0;
    }

    @Override
    public boolean play(PlayedBytes bytes, SampleSink sink) {
        byte[] some = new byte[1024];
        int most = 1 + (int) (bytes.nanos() % 7) + 200;
        var settings = new BoardSettings(
                false, BoardSettings.USUAL_GAIN, false, List.of("1", "2", "3", "4", "5", "6", "7", "8"));
        var stream = new CytonStream(new BoardRun(settings, sink, bytes.nanos()));
        for (int count = bytes.read(some, 0, most); count >= 0; count = bytes.read(some, 0, most)) {
            stream.take(some, count, bytes.nanos());
        }
        stream.run().away();
        return true;
    }
}
