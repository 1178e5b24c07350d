package org.neuroward.brainvision;

import java.util.List;
import java.util.Optional;
import org.neuroward.samplematrix.MatrixChannel;
import org.neuroward.samplematrix.NumberFormat;
import org.neuroward.signal.SamplingRate;

/**
 * What the header file (.vhdr) says.
 *
 * @param dataFile as written
 * @param markerFile as written
 * @param dataPoints announced number of frames; empty when not announced
 */
record HeaderFile(
        String dataFile,
        Optional<String> markerFile,
        NumberFormat format,
        boolean multiplexed,
        SamplingRate rate,
        Optional<Long> dataPoints,
        List<MatrixChannel> channels) {

    HeaderFile {
        channels = List.copyOf(channels);
    }
}
