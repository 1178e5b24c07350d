package org.neuroward.agent.device.openbci;

import java.io.Closeable;
import java.io.IOException;

/** An open serial line. */
interface Line extends Closeable {

    /** How it comes to be open, again and again. */
    interface Door {

        /** @throws IOException when the port is not there, or taken */
        Line open() throws IOException;
    }

    /**
     * What has come, or comes within {@code timeoutMillis}.
     *
     * @return how many bytes, 0 when none came
     * @throws IOException when the port is gone
     */
    int read(byte[] into, int timeoutMillis) throws IOException;

    void write(byte[] bytes) throws IOException;
}
