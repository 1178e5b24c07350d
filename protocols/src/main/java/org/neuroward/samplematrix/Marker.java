package org.neuroward.samplematrix;

import java.util.Objects;

/**
 * A remark at a frame.
 *
 * @param frame may lie between two frames, or outside the matrix
 * @param frames how long; 0 for an instant
 */
public record Marker(double frame, double frames, String text) {

    public Marker {
        Objects.requireNonNull(text);
        if (!Double.isFinite(frame) || !(frames >= 0) || Double.isInfinite(frames)) {
            throw new IllegalArgumentException("a marker needs a place: frame=" + frame + ", frames=" + frames);
        }
    }
}
