package org.neuroward.agent.device.biosemi;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.agent.device.hostile.PlayedBytes;
import org.neuroward.agent.device.hostile.Victim;
import org.neuroward.agent.device.line.OneConnection;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.SeededRandom;

/** What ActiView sends: samples of 24 bits without any frame, a status channel at the end of each. */
public final class HostileActiView implements Victim {

    private static final int BLOCKS = 50;
    private static final int SAMPLES = 4;
    private static final int CHANNELS = 5;

    @Override
    public String name() {
        return "BioSemi ActiView";
    }

    @Override
    public List<byte[]> soundFrames(SeededRandom random) {
        var frames = new ArrayList<byte[]>();
        for (int i = 0; i < BLOCKS; i++) {
            byte[] block = new byte[SAMPLES * CHANNELS * 3];
            for (int at = 0; at < block.length; at++) {
                block[at] = (byte) (random.nextInt(4) == 0 ? random.nextLong() : 0);
            }
            frames.add(block);
        }
        return frames;
    }

    @Override
    public int greetings() {
        return 0;
    }

    @Override
    public boolean play(PlayedBytes bytes, SampleSink sink) {
        var layout = new ActiViewLayout(List.of("A1", "A2", "A3", "A4"), new SamplingRate(512), 0.03125, true);
        return OneConnection.play(bytes, new ActiViewDialog("hostile", layout), sink);
    }
}
