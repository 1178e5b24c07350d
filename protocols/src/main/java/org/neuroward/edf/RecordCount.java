package org.neuroward.edf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides how many data records of a file can be used when the header's count and the file's size disagree. */
final class RecordCount {

    private static final int PROBE_BYTES = 65_536;

    private final EdfHeader header;
    private final FileBytes file;
    private final List<EdfNotice> notices;
    private final long held;
    private final long rest;

    RecordCount(EdfHeader header, FileBytes file, List<EdfNotice> notices) {
        this.header = header;
        this.file = file;
        this.notices = notices;
        long data = file.size() - header.headerBytes();
        this.held = data / header.recordBytes();
        this.rest = data % header.recordBytes();
    }

    long decide() throws IOException {
        long announced = header.announcedRecords();
        if (announced == -1) {
            note(EdfNotice.Kind.RECORD_COUNT_OPEN);
            return wholeRecords();
        }
        if (announced == held && rest == 0) {
            return held;
        }
        if (announced > held && held == 0) {
            throw new EdfFormatException(EdfProblem.NO_WHOLE_RECORD, facts());
        }
        if (announced > held) {
            note(EdfNotice.Kind.DATA_MISSING);
            return held;
        }
        if (wentThroughTextConversion()) {
            note(EdfNotice.Kind.TEXT_CONVERTED);
            return announced;
        }
        return longerThanAnnounced();
    }

    private long wholeRecords() {
        if (rest > 0) {
            note(EdfNotice.Kind.LAST_RECORD_CUT);
        }
        return held;
    }

    /**
     * A crash may leave an old count in the header, and a copy may append bytes that are no samples. Where records keep their
     * time, those beyond the count must do so too; elsewhere the size decides.
     */
    private long longerThanAnnounced() throws IOException {
        long records = header.announcedRecords();
        var timeKeeping = new TimeKeeping(header, file);
        while (records < held
                && (!timeKeeping.possible() || timeKeeping.find(records).isPresent())) {
            records = timeKeeping.possible() ? records + 1 : held;
        }
        if (records > header.announcedRecords()) {
            note(EdfNotice.Kind.RECORD_COUNT_WRONG);
        }
        long used = header.headerBytes() + records * header.recordBytes();
        if (used < file.size()) {
            notices.add(EdfNotice.of(EdfNotice.Kind.TRAILING_BYTES, Map.of("bytes", file.size() - used)));
        }
        return records;
    }

    /**
     * Programs that take a file for UTF-8 text put EF BF BD in place of what they cannot read. Samples hardly ever show it;
     * in a converted file it fills half of the bytes.
     */
    private boolean wentThroughTextConversion() throws IOException {
        int length = (int) Math.min(PROBE_BYTES, file.size() - header.headerBytes());
        byte[] probe = file.read(header.headerBytes(), length);
        int replaced = 0;
        for (int i = 2; i < probe.length; i++) {
            if (probe[i - 2] == (byte) 0xEF && probe[i - 1] == (byte) 0xBF && probe[i] == (byte) 0xBD) {
                replaced++;
            }
        }
        return replaced * 3 > length / 20;
    }

    private void note(EdfNotice.Kind kind) {
        notices.add(EdfNotice.of(kind, facts()));
    }

    private Map<String, Object> facts() {
        return Map.of("announced", header.announcedRecords(), "held", held, "bytes", rest);
    }

    /** The first damage among {@code notices}, as a refusal. */
    static List<EdfFormatException> refusals(List<EdfNotice> notices) {
        var refusals = new ArrayList<EdfFormatException>();
        for (EdfNotice notice : notices) {
            if (notice.kind() == EdfNotice.Kind.DATA_MISSING) {
                refusals.add(new EdfFormatException(EdfProblem.TRUNCATED, notice.facts()));
            }
            if (notice.kind() == EdfNotice.Kind.TEXT_CONVERTED) {
                refusals.add(new EdfFormatException(EdfProblem.TEXT_CONVERTED, notice.facts()));
            }
        }
        return refusals;
    }
}
