package org.neuroward.edf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Segment;

/** Where the samples of one signal are: sample numbers to data records, recorded stretches, gaps. */
final class SampleMap {

    private final Timeline timeline;
    private final int samplesPerRecord;
    private final List<Segment> segments;

    private SampleMap(Timeline timeline, int samplesPerRecord, List<Segment> segments) {
        this.timeline = timeline;
        this.samplesPerRecord = samplesPerRecord;
        this.segments = List.copyOf(segments);
    }

    /** @param signal number of the signal in the file */
    static SampleMap of(Contents contents, int samplesPerRecord, int signal) {
        Timeline timeline = contents.timeline();
        var stored = new ArrayList<Segment>();
        for (int run = 0; run < timeline.runs(); run++) {
            long first = timeline.sampleAt(timeline.startNanos(run), samplesPerRecord);
            append(stored, first, first + timeline.recordCount(run) * samplesPerRecord);
        }
        List<Segment> filled = filled(contents, samplesPerRecord, signal);
        return new SampleMap(timeline, samplesPerRecord, filled.isEmpty() ? stored : without(stored, filled));
    }

    private static List<Segment> filled(Contents contents, int samplesPerRecord, int signal) {
        Timeline timeline = contents.timeline();
        int last = timeline.runs() - 1;
        long end = timeline.sampleAt(timeline.startNanos(last), samplesPerRecord)
                + timeline.recordCount(last) * samplesPerRecord;
        var filled = new ArrayList<Segment>();
        for (Padding padding : contents.padding()) {
            long onset = padding.onsetNanos() - contents.startNanos();
            long from = clipped(timeline, onset, samplesPerRecord, end);
            long to = clipped(timeline, onset + padding.durationNanos(), samplesPerRecord, end);
            if (padding.touches(signal) && to > from) {
                filled.add(new Segment(from, to - from));
            }
        }
        filled.sort(Comparator.comparingLong(Segment::firstSample));
        return filled;
    }

    private static long clipped(Timeline timeline, long nanos, int samplesPerRecord, long end) {
        long lastNanos = timeline.startNanos(timeline.runs() - 1)
                + timeline.recordCount(timeline.runs() - 1) * timeline.recordNanos();
        return nanos >= lastNanos ? end : timeline.sampleAt(Math.max(0, nanos), samplesPerRecord);
    }

    private static List<Segment> without(List<Segment> stored, List<Segment> filled) {
        var kept = new ArrayList<Segment>();
        int next = 0;
        for (Segment segment : stored) {
            long from = segment.firstSample();
            while (next < filled.size() && filled.get(next).endSample() <= from) {
                next++;
            }
            int cut = next;
            while (cut < filled.size() && filled.get(cut).firstSample() < segment.endSample()) {
                append(kept, from, Math.min(filled.get(cut).firstSample(), segment.endSample()));
                from = Math.max(from, filled.get(cut).endSample());
                cut++;
            }
            append(kept, from, segment.endSample());
        }
        return kept;
    }

    /** Adds the stretch, or lengthens the last one when they touch: a gap shorter than a sample is none. */
    private static void append(List<Segment> segments, long from, long to) {
        if (to <= from) {
            return;
        }
        Segment last = segments.isEmpty() ? new Segment(0, 0) : segments.getLast();
        if (!segments.isEmpty() && last.endSample() >= from) {
            segments.set(segments.size() - 1, new Segment(last.firstSample(), to - last.firstSample()));
        } else {
            segments.add(new Segment(from, to - from));
        }
    }

    List<Segment> segments() {
        return segments;
    }

    long end() {
        return segments.isEmpty() ? 0 : segments.getLast().endSample();
    }

    List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        long next = 0;
        for (Segment segment : segments) {
            if (segment.firstSample() > next) {
                gaps.add(new Gap(next, segment.firstSample() - next));
            }
            next = segment.endSample();
        }
        return List.copyOf(gaps);
    }

    boolean holds(long first, int count) {
        if (first < 0 || first > end() - count) {
            return false;
        }
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (segments.get(middle).firstSample() <= first) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return count == 0
                || (segments.get(low).firstSample() <= first
                        && first + count <= segments.get(low).endSample());
    }

    /**
     * Data record of a sample and its place therein.
     *
     * @param left samples from there on that lie in neighbouring records
     */
    record Position(long record, int place, long left) {}

    Position position(long sample) {
        int low = 0;
        int high = timeline.runs() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (timeline.sampleAt(timeline.startNanos(middle), samplesPerRecord) <= sample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long offset = sample - timeline.sampleAt(timeline.startNanos(low), samplesPerRecord);
        long stored = timeline.recordCount(low) * samplesPerRecord - offset;
        long untilNext = low + 1 < timeline.runs()
                ? timeline.sampleAt(timeline.startNanos(low + 1), samplesPerRecord) - sample
                : stored;
        return new Position(
                timeline.firstRecord(low) + offset / samplesPerRecord,
                (int) (offset % samplesPerRecord),
                Math.min(stored, untilNext));
    }
}
