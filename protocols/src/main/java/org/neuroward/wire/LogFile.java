package org.neuroward.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One file of a recording log, open for writing. */
public interface LogFile extends Closeable {

    long size() throws IOException;

    /** Writes all of {@code bytes} from {@code offset} on; they survive the end of this process, not a power loss. */
    void write(ByteBuffer bytes, long offset) throws IOException;

    /** Cuts the file behind {@code size} bytes. */
    void truncate(long size) throws IOException;

    /**
     * Makes everything that was written survive a power loss. After a failure nobody knows what the disk holds, and a second
     * call that succeeds proves nothing: the system may have dropped what it could not write.
     */
    void force() throws IOException;
}
