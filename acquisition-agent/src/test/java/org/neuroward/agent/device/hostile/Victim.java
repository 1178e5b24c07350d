package org.neuroward.agent.device.hostile;

import java.util.List;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.SeededRandom;

/** A driver's way from bytes to samples, put to the test. */
public interface Victim {

    String name();

    /** What a sound device would send over one connection: a greeting, if there is one, and some frames. */
    List<byte[]> soundFrames(SeededRandom random);

    /** How many of the sound frames are the greeting. */
    int greetings();

    /**
     * Takes what came over one connection, to its end or until it gives up. Throws only what the driver foresees.
     *
     * @return false when the driver has given the connection up
     */
    boolean play(PlayedBytes bytes, SampleSink sink);
}
