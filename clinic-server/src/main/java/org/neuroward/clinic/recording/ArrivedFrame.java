package org.neuroward.clinic.recording;

import java.util.Objects;
import org.neuroward.wire.Frame;

/**
 * A frame on its way to the disk, and on its way back as durable.
 *
 * @param arrivalNanos reading of {@code System.nanoTime()} when the frame arrived
 * @param written run once, when the frame is durable or is given up
 */
public record ArrivedFrame(Frame frame, long arrivalNanos, Runnable written) {

    public ArrivedFrame {
        Objects.requireNonNull(frame);
        Objects.requireNonNull(written);
    }
}
