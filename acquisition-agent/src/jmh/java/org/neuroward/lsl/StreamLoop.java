package org.neuroward.lsl;

/** An outlet and an inlet of one library on this machine, connected: 64 channels of single precision at a nominal 1 kHz. */
interface StreamLoop extends AutoCloseable {

    int CHANNELS = 64;
    int HERTZ = 1000;

    /** Offers some samples. */
    void push(int samples);

    /** Samples that the inlet's side has seen so far. */
    long received();

    @Override
    void close() throws Exception;

    /** Waits, busily, until so many samples were received in all. */
    default void awaitReceived(long samples) {
        while (received() < samples) {
            Thread.onSpinWait();
        }
    }
}
