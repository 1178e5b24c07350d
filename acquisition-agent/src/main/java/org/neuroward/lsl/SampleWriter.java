package org.neuroward.lsl;

import java.io.ByteArrayOutputStream;

/** Writes samples for one feed: in plain form (protocol 1.10) or into an archive (1.00). */
sealed interface SampleWriter permits PlainWriter, ArchiveWriter {

    /**
     * @param stamp seconds; left out when {@code deduced}
     * @param values in plain form, little-endian, as {@link PlainValues} gives them
     */
    void write(double stamp, boolean deduced, byte[] values, int length, ByteArrayOutputStream out);
}
