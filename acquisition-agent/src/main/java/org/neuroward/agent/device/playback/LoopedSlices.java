package org.neuroward.agent.device.playback;

import java.io.IOException;
import java.util.List;
import org.neuroward.agent.device.PacedSource;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;

/** The first recorded stretch again and again, for a preview; its sample numbers go on over the seam. */
final class LoopedSlices implements PacedSource.Slices {

    private final List<StreamSource> streams;
    private final BlockLength blockLength;
    private long slice;

    LoopedSlices(Recording recording, BlockLength blockLength) {
        this.streams = StreamSource.all(recording);
        this.blockLength = blockLength;
    }

    @Override
    public long deliverNext(SampleSink sink) {
        try {
            for (StreamSource stream : streams) {
                deliver(stream, sink);
            }
            slice++;
            return blockLength.nanosBefore(slice);
        } catch (IOException e) {
            sink.failed("the file can no longer be read: " + e.getMessage());
            return -1;
        }
    }

    private void deliver(StreamSource stream, SampleSink sink) throws IOException {
        if (stream.segments().isEmpty()) {
            return;
        }
        Segment segment = stream.segments().getFirst();
        long next = blockLength.firstSample(slice, stream.hertz());
        long end = blockLength.firstSample(slice + 1, stream.hertz());
        while (next < end) {
            long inSegment = next % segment.count();
            int count = (int) Math.min(end - next, segment.count() - inSegment);
            sink.block(stream.block(segment, segment.firstSample() + inSegment, count, next, stream.nanosOf(next)));
            next += count;
        }
    }
}
