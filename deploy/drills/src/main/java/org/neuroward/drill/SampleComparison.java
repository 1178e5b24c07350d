package org.neuroward.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;

/**
 * A recording held against what its source gave, sample by sample and channel by channel: sample {@code n} of the one must
 * be sample {@code n} of the other, unless the recording says that it is missing.
 *
 * @param compared samples of all channels that both have
 * @param wrong those of them that differ: lost, doubled or invented ones show here, from the first on
 * @param missing samples of all channels that the recording says are missing
 * @param beyond samples of all channels that lie behind the source's end
 */
public record SampleComparison(long compared, long wrong, long missing, long beyond) {

    public static final SampleComparison NOTHING = new SampleComparison(0, 0, 0, 0);

    private static final int AT_A_TIME = 1 << 14;

    /** @param source whose channels are the recording's, in its order */
    public static SampleComparison of(Recording recording, Recording source) throws IOException {
        if (recording.channels().size() != source.channels().size()) {
            throw new IllegalArgumentException("a recording has the channels of its source: recording="
                    + recording.channels().size() + ", source="
                    + source.channels().size());
        }
        SampleComparison sum = NOTHING;
        for (int channel = 0; channel < recording.channels().size(); channel++) {
            for (Segment stretch : recording.segments(channel)) {
                sum = sum.plus(compare(recording, source, channel, stretch));
            }
            long missing = recording.gaps(channel).stream()
                    .mapToLong(gap -> gap.count())
                    .sum();
            sum = sum.plus(new SampleComparison(0, 0, missing, 0));
        }
        return sum;
    }

    /** The sealed file of a recording. */
    public static SampleComparison ofSealed(Path sealed, Recording source) throws IOException {
        try (EdfRecording recording = EdfRecording.open(sealed)) {
            return of(recording, source);
        }
    }

    private static SampleComparison compare(Recording recording, Recording source, int channel, Segment stretch)
            throws IOException {
        long wrong = 0;
        long end = Math.min(stretch.endSample(), source.samples(channel));
        for (long first = stretch.firstSample(); first < end; first += AT_A_TIME) {
            int[] actual = new int[(int) Math.min(AT_A_TIME, end - first)];
            int[] expected = new int[actual.length];
            recording.counts(channel, first, actual);
            source.counts(channel, first, expected);
            if (!Arrays.equals(actual, expected)) {
                for (int i = 0; i < actual.length; i++) {
                    wrong += actual[i] == expected[i] ? 0 : 1;
                }
            }
        }
        long compared = Math.max(0, end - stretch.firstSample());
        return new SampleComparison(compared, wrong, 0, stretch.count() - compared);
    }

    /** Both together. */
    public SampleComparison plus(SampleComparison other) {
        return new SampleComparison(
                compared + other.compared, wrong + other.wrong, missing + other.missing, beyond + other.beyond);
    }
}
