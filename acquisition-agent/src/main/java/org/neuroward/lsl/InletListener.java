package org.neuroward.lsl;

/** Takes what an inlet reads; called by the inlet's own thread, which waits meanwhile. */
public interface InletListener {

    /**
     * Samples will follow; called for every connection.
     *
     * @param newClock the stream's program was started (again): stamps are of another clock than before
     */
    void connected(StreamDescription description, boolean newClock);

    /**
     * Samples as they came.
     *
     * @param batch valid during the call
     */
    void samples(SampleBatch batch);

    /** Nothing came for a while (about 100 ms), or there is no connection; called again and again. */
    void idle();

    /** The connection is lost, and with it what was under way; the inlet goes on looking. */
    void disconnected(String reason);

    /** The stream came back as another one, with other channels or another rate; the inlet has ended. */
    void changed(StreamDescription description);
}
