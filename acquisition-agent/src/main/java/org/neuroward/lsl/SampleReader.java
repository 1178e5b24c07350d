package org.neuroward.lsl;

import java.io.IOException;

/** Reads samples of one feed: in plain form (protocol 1.10) or from an archive (1.00). */
sealed interface SampleReader permits PlainReader, ArchiveReader {

    /** Whether a whole sample is buffered. */
    boolean isReady(FeedInput in);

    /** Appends the next sample to {@code batch}, and waits for it. */
    void read(FeedInput in, SampleBatch batch) throws IOException;
}
