package org.neuroward.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A reader under test, and who judges it. One object serves one thread. */
public interface FuzzedReader {

    /** A stretch of a file that means something as a whole, for example a number of the header. */
    record Field(String file, int offset, int length) {}

    /** One word. */
    String name();

    /** Sound inputs, the smaller the better; those of real recordings may be absent. */
    List<FuzzInput> originals() throws IOException;

    List<Field> fields(FuzzInput original);

    /** Bytes with a meaning for this format, beside the numbers that every format is tried with. */
    List<byte[]> words();

    /** Makes checksums and the like right again, so that damage reaches what lies behind them. */
    default void repair(FuzzInput damaged, Random random) {}

    /** Share of the inputs that this reader gets; a slow one takes less. */
    default int weight() {
        return 8;
    }

    /** Most bytes that reading {@code input} may allocate in all; said in advance. */
    default long allowedBytes(FuzzInput input) {
        return (8L << 20) + 256L * input.size();
    }

    /**
     * Reads all there is to read.
     *
     * @param folder holds the files of {@code input}; may be written to
     * @throws WrongSuccess when what was read is not what the bytes say
     * @throws IOException {@link #refuses} tells whether it is this reader's own
     */
    void read(FuzzInput input, Path folder) throws IOException;

    /** Whether this is the reader's agreed way to refuse an input. */
    boolean refuses(IOException e);
}
