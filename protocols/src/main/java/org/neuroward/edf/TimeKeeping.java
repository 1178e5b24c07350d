package org.neuroward.edf;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the annotation signals, record by record; the first list of the first one keeps the record's time. */
final class TimeKeeping {

    /** More than any writer puts into one record; protects the memory. */
    private static final long MAX_BYTES = 16L << 20;

    /** Records up to this size are read many at a time; of larger ones the annotations alone. */
    private static final int SMALL_RECORD_BYTES = 1 << 13;

    private static final int PIECE_BYTES = 1 << 16;

    private final EdfHeader header;
    private final FileBytes file;
    private final List<EdfSignal> signals;
    private final TalParser parser = new TalParser();
    private final FileWindow window;

    TimeKeeping(EdfHeader header, FileBytes file) throws EdfFormatException {
        this.header = header;
        this.file = file;
        this.signals = header.signals().stream()
                .filter(signal -> signal.annotations() && signal.samplesPerRecord() > 0)
                .toList();
        long largest = signals.stream().mapToLong(this::bytes).max().orElse(0);
        long readable = Math.min(largest, file.size());
        if (readable > MAX_BYTES) {
            throw new EdfFormatException(
                    EdfProblem.TOO_MUCH, Map.of("what", "annotation bytes in a data record", "limit", MAX_BYTES));
        }
        this.window = new FileWindow(file);
    }

    boolean possible() {
        return !signals.isEmpty();
    }

    int annotationSignals() {
        return signals.size();
    }

    TalParser parser() {
        return parser;
    }

    List<Tal> read(int annotationSignal, long record) throws IOException {
        EdfSignal signal = signals.get(annotationSignal);
        int length = (int) bytes(signal);
        long position = header.headerBytes() + record * header.recordBytes() + signal.byteOffset();
        if (header.recordBytes() <= SMALL_RECORD_BYTES && !window.holds(position, length)) {
            window.at(position, (int) Math.min(PIECE_BYTES, file.size() - position));
        }
        int at = window.at(position, length);
        return parser.parse(window.bytes(), at, length);
    }

    Optional<Long> find(long record) throws IOException {
        return find(read(0, record));
    }

    static Optional<Long> find(List<Tal> firstSignal) {
        return firstSignal.isEmpty() || !firstSignal.getFirst().keepsTime()
                ? Optional.empty()
                : Optional.of(firstSignal.getFirst().onsetNanos());
    }

    private long bytes(EdfSignal signal) {
        return (long) signal.samplesPerRecord() * header.format().bytesPerSample();
    }
}
