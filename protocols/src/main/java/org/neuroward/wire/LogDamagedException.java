package org.neuroward.wire;

import java.io.IOException;
import java.nio.file.Path;

/** A recording log is damaged where no torn write can explain it. It is kept as it is: nothing is skipped or repaired. */
public final class LogDamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    LogDamagedException(Path segment, long offset, String what) {
        super("a recording log must be whole up to its last frame: file=" + segment + ", byte=" + offset + ", " + what
                + ". Keep the file: frames before this byte are sound.");
    }
}
