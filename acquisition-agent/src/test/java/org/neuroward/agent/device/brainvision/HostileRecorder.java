package org.neuroward.agent.device.brainvision;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.agent.device.hostile.PlayedBytes;
import org.neuroward.agent.device.hostile.Victim;
import org.neuroward.agent.device.line.OneConnection;
import org.neuroward.signal.SeededRandom;

/** Messages of a BrainVision Recorder: START, then blocks of counts or of floating point numbers, some with markers. */
public final class HostileRecorder implements Victim {

    private static final int BLOCKS = 12;

    @Override
    public String name() {
        return "BrainVision RDA";
    }

    @Override
    public List<byte[]> soundFrames(SeededRandom random) {
        var frames = new ArrayList<byte[]>();
        frames.add(RdaRecorder.start(2000, 0.1, "Fp1", "Fp2"));
        boolean counts = random.nextInt(2) == 0;
        for (int block = 0; block < BLOCKS; block++) {
            byte[][] markers =
                    block % 4 == 1 ? new byte[][] {RdaRecorder.marker(1, 1, -1, "Stimulus", "S  1")} : new byte[0][];
            frames.add(
                    counts
                            ? RdaRecorder.data16(block, 5, new short[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, markers)
                            : RdaRecorder.data32(block, 5, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, markers));
        }
        return frames;
    }

    @Override
    public int greetings() {
        return 1;
    }

    @Override
    public boolean play(PlayedBytes bytes, SampleSink sink) {
        return OneConnection.play(bytes, new RdaDialog("hostile"), sink);
    }
}
