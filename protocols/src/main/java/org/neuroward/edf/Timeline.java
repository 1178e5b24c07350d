package org.neuroward.edf;

import java.util.Map;

/**
 * Where the data records lie in time: stretches of records without a gap between them. Nanoseconds count from the first
 * record's start.
 */
final class Timeline {

    /** More stretches than any recording has; a file that claims more is not read. */
    private static final int MAX_RUNS = 100_000;

    private final long recordNanos;
    private long[] firstRecord = {0};
    private long[] startNanos = {0};
    private int runs = 1;
    private long records;

    private Timeline(long recordNanos) {
        this.recordNanos = recordNanos;
    }

    /** Records back to back. */
    static Timeline continuous(long recordNanos, long records) {
        var timeline = new Timeline(recordNanos);
        timeline.records = records;
        return timeline;
    }

    /** Nothing yet; {@link #add} follows for each record. */
    static Timeline empty(long recordNanos) {
        return continuous(recordNanos, 0);
    }

    /**
     * Appends a record that starts at {@code nanos}. Times are decimal fractions of a period that often is none, so a
     * deviation below {@code toleranceNanos} is no gap.
     */
    void add(long nanos, long toleranceNanos) throws EdfFormatException {
        long expected = startNanos[runs - 1] + (records - firstRecord[runs - 1]) * recordNanos;
        long late = nanos - expected;
        if (late < -toleranceNanos) {
            throw new EdfFormatException(
                    EdfProblem.TIME_BACKWARDS,
                    Map.of("record", records + 1, "seconds", nanos / 1e9, "expected", expected / 1e9));
        }
        if (late > toleranceNanos) {
            startRun(nanos);
        }
        records++;
    }

    private void startRun(long nanos) throws EdfFormatException {
        if (runs == MAX_RUNS) {
            throw new EdfFormatException(EdfProblem.TOO_MUCH, Map.of("what", "gaps", "limit", MAX_RUNS));
        }
        if (runs == firstRecord.length) {
            firstRecord = java.util.Arrays.copyOf(firstRecord, runs * 2);
            startNanos = java.util.Arrays.copyOf(startNanos, runs * 2);
        }
        firstRecord[runs] = records;
        startNanos[runs] = nanos;
        runs++;
    }

    long recordNanos() {
        return recordNanos;
    }

    int runs() {
        return runs;
    }

    long records() {
        return records;
    }

    long firstRecord(int run) {
        return firstRecord[run];
    }

    long recordCount(int run) {
        return (run + 1 < runs ? firstRecord[run + 1] : records) - firstRecord[run];
    }

    long startNanos(int run) {
        return startNanos[run];
    }

    /**
     * Sample index nearest to {@code nanos} for a signal of {@code samplesPerRecord}. Whole records are counted in integers,
     * so that stretches never overlap through rounding.
     */
    long sampleAt(long nanos, int samplesPerRecord) {
        return sampleAt(nanos, recordNanos, samplesPerRecord);
    }

    static long sampleAt(long nanos, long recordNanos, int samplesPerRecord) {
        long whole = Math.floorDiv(nanos, recordNanos);
        double rest = (double) Math.floorMod(nanos, recordNanos) / recordNanos;
        return Math.addExact(Math.multiplyExact(whole, (long) samplesPerRecord), Math.round(rest * samplesPerRecord));
    }

    /** Nanosecond nearest to a sample; {@link #sampleAt} leads back to it. */
    static long timeAt(long sample, long recordNanos, int samplesPerRecord) {
        long whole = Math.floorDiv(sample, (long) samplesPerRecord);
        double rest = (double) Math.floorMod(sample, (long) samplesPerRecord) / samplesPerRecord;
        return whole * recordNanos + Math.round(rest * recordNanos);
    }

    /** Refuses times whose sample numbers leave the integers that a double holds. */
    void checkSize(int largestSamplesPerRecord) throws EdfFormatException {
        double end = ((double) startNanos[runs - 1] / recordNanos + recordCount(runs - 1)) * largestSamplesPerRecord;
        if (end > 9e15) {
            throw new EdfFormatException(EdfProblem.TIME_IMPLAUSIBLE, Map.of("seconds", startNanos[runs - 1] / 1e9));
        }
    }
}
