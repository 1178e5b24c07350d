package org.neuroward.signal;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One continuous acquisition, gaps and annotations included, wherever it is stored.
 *
 * <p>The samples of a channel are numbered from 0 at the start of the recording. A gap takes its numbers along, so a number
 * always tells a time: {@code channel.rate().timeOf(sampleIndex)}.
 */
public interface Recording extends Closeable {

    /** Counts that {@link #microvolts} holds beside its result. */
    int COUNTS_AT_A_TIME = 1 << 14;

    /** Channels in file order, without those that only carry annotations. */
    List<Channel> channels();

    /** Wall-clock start as the source states it, without a time zone; empty when it states none. */
    Optional<LocalDateTime> startTime();

    List<Annotation> annotations();

    /** Number of sample indexes of {@code channel}, gaps included. */
    long samples(int channel);

    /** Gaps of {@code channel} in ascending order; they neither touch nor overlap. */
    List<Gap> gaps(int channel);

    /**
     * Copies {@code into.length} counts of {@code channel}, from {@code firstSample} on.
     *
     * @throws IllegalArgumentException when the stretch leaves the recording or touches a gap
     */
    void counts(int channel, long firstSample, int[] into) throws IOException;

    /**
     * Copies {@code into.length} values of {@code channel} in microvolts, from {@code firstSample} on.
     *
     * @throws IllegalArgumentException when the stretch leaves the recording or touches a gap, or when the channel's unit is
     *     no voltage
     */
    default void microvolts(int channel, long firstSample, double[] into) throws IOException {
        Calibration calibration = channels().get(channel).calibration();
        int[] counts = new int[Math.min(into.length, COUNTS_AT_A_TIME)];
        for (int done = 0; done < into.length; done += counts.length) {
            int left = into.length - done;
            int[] piece = left < counts.length ? new int[left] : counts;
            counts(channel, firstSample + done, piece);
            for (int i = 0; i < piece.length; i++) {
                into[done + i] = calibration.microvolts(piece[i]);
            }
        }
    }

    /**
     * Copies values of several channels in microvolts, all from {@code firstSample} on. Where a file holds its channels side
     * by side, this takes one pass over it.
     *
     * @param into arrays of one length, one for each of {@code channels}
     * @throws IllegalArgumentException as {@link #microvolts(int, long, double[])} does, or when lengths disagree
     */
    default void microvolts(List<Integer> channels, long firstSample, double[][] into) throws IOException {
        commonLength(channels, into);
        for (int i = 0; i < into.length; i++) {
            microvolts(channels.get(i), firstSample, into[i]);
        }
    }

    /** Length of each array of {@code into}; 0 when there is none. */
    static int commonLength(List<Integer> channels, double[][] into) {
        int length = into.length == 0 ? 0 : into[0].length;
        if (channels.size() != into.length || Arrays.stream(into).anyMatch(one -> one.length != length)) {
            throw new IllegalArgumentException("each channel needs one array, all of one length: channels="
                    + channels.size() + ", arrays=" + into.length + ", first length=" + length);
        }
        return length;
    }

    /** Recorded stretches of {@code channel} between its gaps, in ascending order. */
    default List<Segment> segments(int channel) {
        var segments = new java.util.ArrayList<Segment>();
        long next = 0;
        for (Gap gap : gaps(channel)) {
            if (gap.firstSample() > next) {
                segments.add(new Segment(next, gap.firstSample() - next));
            }
            next = gap.endSample();
        }
        if (samples(channel) > next) {
            segments.add(new Segment(next, samples(channel) - next));
        }
        return List.copyOf(segments);
    }
}
