package org.neuroward.preparation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.signal.Calibration;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;

/**
 * The recorded samples of the chosen channels with the gaps taken out: position 0 is the first recorded sample. A stretch that
 * is missing in one channel is missing in all.
 */
final class RecordedSignal {

    private final Recording recording;
    private final List<Segment> segments;

    RecordedSignal(Recording recording, List<Integer> channels) {
        this.recording = recording;
        this.segments = commonSegments(recording, channels);
    }

    int samples() {
        return Math.toIntExact(segments.stream().mapToLong(Segment::count).sum());
    }

    /** Gapless stretches, end to end. */
    List<Stretch> gapless() {
        List<Stretch> stretches = new ArrayList<>();
        int position = 0;
        for (Segment segment : segments) {
            stretches.add(new Stretch(position, (int) segment.count()));
            position += (int) segment.count();
        }
        return stretches;
    }

    /** The parts of a span of the recording that were recorded, as positions. */
    List<Stretch> within(long fromSample, long toSample) {
        List<Stretch> stretches = new ArrayList<>();
        int position = 0;
        for (Segment segment : segments) {
            long from = Math.max(fromSample, segment.firstSample());
            long to = Math.min(toSample, segment.endSample());
            if (from < to) {
                stretches.add(new Stretch((int) (position + from - segment.firstSample()), (int) (to - from)));
            }
            position += (int) segment.count();
        }
        return stretches;
    }

    /** Where a sample of the recording stands; -1 when it was not recorded. */
    int position(long sample) {
        int position = 0;
        for (Segment segment : segments) {
            if (sample >= segment.firstSample() && sample < segment.endSample()) {
                return position + (int) (sample - segment.firstSample());
            }
            position += (int) segment.count();
        }
        return -1;
    }

    double[] microvolts(int channel) throws IOException {
        double[] microvolts = new double[samples()];
        int position = 0;
        for (Segment segment : segments) {
            double[] part = new double[(int) segment.count()];
            recording.microvolts(channel, segment.firstSample(), part);
            System.arraycopy(part, 0, microvolts, position, part.length);
            position += part.length;
        }
        return microvolts;
    }

    /** Microvolts at the smaller end of the digital range. */
    static double lowestMicrovolts(Channel channel) {
        Calibration calibration = channel.findCalibration().orElseThrow();
        return Math.min(
                calibration.microvolts(channel.digital().min()),
                calibration.microvolts(channel.digital().max()));
    }

    static double highestMicrovolts(Channel channel) {
        Calibration calibration = channel.findCalibration().orElseThrow();
        return Math.max(
                calibration.microvolts(channel.digital().min()),
                calibration.microvolts(channel.digital().max()));
    }

    private static List<Segment> commonSegments(Recording recording, List<Integer> channels) {
        long end = channels.stream().mapToLong(recording::samples).min().orElse(0);
        List<Gap> gaps = channels.stream()
                .flatMap(channel -> recording.gaps(channel).stream())
                .sorted(Comparator.comparingLong(Gap::firstSample))
                .toList();
        List<Segment> segments = new ArrayList<>();
        long next = 0;
        for (Gap gap : gaps) {
            if (Math.min(gap.firstSample(), end) > next) {
                segments.add(new Segment(next, Math.min(gap.firstSample(), end) - next));
            }
            next = Math.max(next, gap.endSample());
        }
        if (end > next) {
            segments.add(new Segment(next, end - next));
        }
        return segments;
    }
}
