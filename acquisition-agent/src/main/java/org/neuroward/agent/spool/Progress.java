package org.neuroward.agent.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far a recording had come when it was last looked at, in a small file beside its log. It saves reading a whole night
 * after a restart and tells other programs what the server has; it may be old or missing, and nothing depends on it.
 *
 * @param frames that the losses are counted over
 * @param acknowledged frames that the server has durably
 * @param missingSamples of stream 0
 * @param gaps of stream 0
 */
record Progress(long frames, long acknowledged, long missingSamples, long gaps) {

    static final Progress NONE = new Progress(0, 0, 0, 0);

    private static final String FILE = "progress";

    /** The one in the recording's {@code folder}; {@link #NONE} when there is none that can be read. */
    static Progress read(Path folder) {
        try {
            String[] numbers = Files.readString(folder.resolve(FILE)).strip().split(" ");
            return new Progress(
                    Long.parseLong(numbers[0]),
                    Long.parseLong(numbers[1]),
                    Long.parseLong(numbers[2]),
                    Long.parseLong(numbers[3]));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return NONE;
        }
    }

    void write(Path folder) throws IOException {
        Path part = folder.resolve(FILE + ".part");
        Files.writeString(part, frames + " " + acknowledged + " " + missingSamples + " " + gaps + "\n");
        Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }
}
