package org.neuroward.edf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Segment;

/**
 * Writes EDF+ or BDF+ while the samples come in, signal by signal, in any order and in pieces of any length.
 *
 * <p>Missing samples are told by {@link #skip}. Where all signals miss a data record or more, the file jumps in time (EDF+D);
 * what is left of a record beside them has to be filled up, and an annotation over that time says so: see {@link Padding}.
 * A stretch that is missing at the very beginning moves the start instead, one at the very end is not kept.
 *
 * <p>A file whose writer died before {@link #finish} has the record count -1 and holds all data records up to the last
 * {@link #sync}. Not for use by
 * several threads at once.
 */
public final class EdfWriter implements Closeable {

    private final EdfLayout layout;
    private final RecordFile file;
    private final long recordNanos;
    private final List<Integer> samplesPerRecord;
    private final List<SampleQueue> queues;
    private final List<MissingSamples> missing;
    private final byte[] record;
    private long nextNanos;
    private boolean jumped;
    private boolean finished;

    private EdfWriter(EdfLayout layout, RecordFile file) {
        this.layout = layout;
        this.file = file;
        this.recordNanos = layout.duration().nanos();
        this.samplesPerRecord = layout.duration().samplesPerRecord();
        this.queues =
                Stream.generate(SampleQueue::new).limit(samplesPerRecord.size()).toList();
        this.missing = Stream.generate(MissingSamples::new)
                .limit(samplesPerRecord.size())
                .toList();
        this.record = new byte[file.sampleBytes()];
    }

    /**
     * Begins a new file.
     *
     * @throws EdfFormatException when a field of {@code layout} cannot be written exactly; no file is left behind then
     * @throws java.nio.file.FileAlreadyExistsException when there is one
     */
    public static EdfWriter create(Path path, EdfLayout layout) throws IOException {
        return new EdfWriter(layout, RecordFile.create(path, layout));
    }

    /**
     * Appends the next {@code length} samples of {@code signal}.
     *
     * @throws IllegalArgumentException when a count does not fit into the file's 16 or 24 bits
     */
    public void append(int signal, int[] counts, int from, int length) throws IOException {
        EdfFormat format = layout.format();
        for (int i = from; i < from + length; i++) {
            if (counts[i] < format.smallestCount() || counts[i] > format.largestCount()) {
                throw new IllegalArgumentException("a count must fit into " + 8 * format.bytesPerSample()
                        + " bits: signal=" + (signal + 1) + ", count=" + counts[i]);
            }
        }
        queues.get(signal).append(counts, from, length);
        writeComplete();
    }

    /** Tells that the next {@code count} samples of {@code signal} are missing. */
    public void skip(int signal, long count) throws IOException {
        if (count < 0) {
            throw new IllegalArgumentException("missing samples must be 0 or more: " + count);
        }
        queues.get(signal).skip(count);
        writeComplete();
    }

    /** Adds a remark; it finds its place in this or a later data record, whatever its time. */
    public void annotate(Annotation annotation) {
        file.annotate(TalBytes.annotation(
                fileNanos(annotation.onset().toNanos()),
                annotation.duration().map(java.time.Duration::toNanos),
                annotation.text()));
    }

    /** Puts all complete data records onto the disk. */
    public void sync() throws IOException {
        file.force();
    }

    /** Fills up and writes what is left, states the number of records, and syncs. */
    public void finish() throws IOException {
        if (finished) {
            return;
        }
        finished = true;
        while (queues.stream().anyMatch(SampleQueue::holdsRecorded)) {
            if (!jump()) {
                writeRecord();
            }
        }
        if (file.records() == 0 && file.annotationsWait()) {
            // Annotations live in data records, so a file without samples needs one record for them.
            writeRecord();
        }
        file.finish(jumped);
    }

    /** Closes the file; without {@link #finish} it stays marked as one whose writer died. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    private void writeComplete() throws IOException {
        boolean progress = true;
        while (progress) {
            progress = jumpWhenAllKnown() || writeRecordWhenComplete();
        }
    }

    private boolean jumpWhenAllKnown() throws IOException {
        return queues.stream().allMatch(SampleQueue::holdsRecorded) && jump();
    }

    private boolean writeRecordWhenComplete() throws IOException {
        for (int signal = 0; signal < queues.size(); signal++) {
            SampleQueue queue = queues.get(signal);
            boolean undecided = queue.missingAhead() > 0 && !queue.holdsRecorded();
            if (queue.known() < samplesPerRecord.get(signal) || (undecided && allMissAhead())) {
                return false;
            }
        }
        writeRecord();
        return true;
    }

    private boolean allMissAhead() {
        return queues.stream().allMatch(queue -> queue.missingAhead() > 0);
    }

    /** Leaves out the time in which no signal has samples; false when there is none worth a jump. */
    private boolean jump() {
        long target = Long.MAX_VALUE;
        for (int signal = 0; signal < queues.size(); signal++) {
            SampleQueue queue = queues.get(signal);
            if (queue.holdsRecorded()) {
                long sample = queue.position() + queue.missingAhead();
                target = Math.min(target, Timeline.timeAt(sample, recordNanos, samplesPerRecord.get(signal)));
            }
        }
        if (file.records() == 0) {
            // Whole records keep the numbers of the samples of all signals in step with the start that moves along.
            target -= Math.floorMod(target, recordNanos);
        }
        if (target - nextNanos <= tolerance()) {
            return false;
        }
        for (int signal = 0; signal < queues.size(); signal++) {
            SampleQueue queue = queues.get(signal);
            long sample = Timeline.sampleAt(target, recordNanos, samplesPerRecord.get(signal));
            queue.dropMissing(sample - queue.position());
        }
        jumped |= file.records() > 0;
        nextNanos = target;
        return true;
    }

    /** The reader takes smaller deviations for rounding. */
    private long tolerance() {
        return recordNanos
                / samplesPerRecord.stream().mapToInt(Integer::intValue).max().orElse(1)
                / 2;
    }

    private void writeRecord() throws IOException {
        int at = 0;
        for (int signal = 0; signal < queues.size(); signal++) {
            int[] counts = new int[samplesPerRecord.get(signal)];
            queues.get(signal).take(counts.length, counts, missing.get(signal));
            at = encode(counts, at);
        }
        annotatePadding();
        file.append(record, fileNanos(nextNanos));
        nextNanos += recordNanos;
    }

    private int encode(int[] counts, int from) {
        int at = from;
        for (int count : counts) {
            record[at++] = (byte) count;
            record[at++] = (byte) (count >> 8);
            if (layout.bits24()) {
                record[at++] = (byte) (count >> 16);
            }
        }
        return at;
    }

    /** Annotates what the record fills up, in the record itself; one annotation for neighbouring signals with the same. */
    private void annotatePadding() {
        List<Segment> open = List.of();
        int first = 0;
        for (int signal = 0; signal < queues.size(); signal++) {
            List<Segment> stretches = missing.get(signal).takeAll();
            if (!stretches.equals(open) || !sameRate(first, signal)) {
                annotatePadding(open, first, signal - 1);
                open = stretches;
                first = signal;
            }
        }
        annotatePadding(open, first, queues.size() - 1);
    }

    private boolean sameRate(int one, int other) {
        return samplesPerRecord.get(one).equals(samplesPerRecord.get(other));
    }

    private void annotatePadding(List<Segment> stretches, int firstSignal, int lastSignal) {
        for (Segment stretch : stretches) {
            int samples = samplesPerRecord.get(firstSignal);
            long from = Timeline.timeAt(stretch.firstSample(), recordNanos, samples);
            long to = Timeline.timeAt(stretch.endSample(), recordNanos, samples);
            var padding = new Padding(fileNanos(from), to - from, firstSignal, lastSignal);
            file.annotateFirst(TalBytes.padding(padding));
        }
    }

    private long fileNanos(long nanos) {
        return layout.startFractionNanos() + nanos;
    }
}
