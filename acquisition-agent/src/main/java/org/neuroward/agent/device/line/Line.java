package org.neuroward.agent.device.line;

import java.io.Closeable;
import java.io.IOException;

/**
 * A way to a device for bytes in order, for one connection. Closing it from another thread ends every call that waits,
 * {@link #open} included.
 */
public interface Line extends Closeable {

    void open() throws IOException;

    /** Some of the bytes that came, at least one; -1 when the device has closed its side. */
    int read(byte[] into, int offset, int length) throws IOException;

    void write(byte[] bytes) throws IOException;
}
