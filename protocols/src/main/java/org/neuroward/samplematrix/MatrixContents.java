package org.neuroward.samplematrix;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.neuroward.signal.SamplingRate;

/**
 * What a file says of its matrix.
 *
 * @param channels one for each row
 * @param start of frame 0
 * @param breaks ascending, within the matrix, one at most for a frame
 * @param markers in any order
 */
public record MatrixContents(
        List<MatrixChannel> channels,
        SamplingRate rate,
        Optional<LocalDateTime> start,
        List<Break> breaks,
        List<Marker> markers) {

    public MatrixContents {
        channels = List.copyOf(channels);
        Objects.requireNonNull(rate);
        Objects.requireNonNull(start);
        breaks = List.copyOf(breaks);
        markers = List.copyOf(markers);
    }
}
