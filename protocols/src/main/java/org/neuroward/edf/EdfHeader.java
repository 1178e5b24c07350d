package org.neuroward.edf;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The header as read. {@code patient} and {@code recording} may identify a person: they belong in no log.
 *
 * @param startDate as written, {@code dd.mm.yy}
 * @param startTime as written, {@code hh.mm.ss}
 * @param start whole seconds; empty when date or time cannot be read or are marked unknown
 * @param announcedRecords as written; -1 in a file that was never closed
 * @param recordSeconds duration of a data record
 * @param recordBytes size of a data record
 * @param signals all, those for annotations too
 */
public record EdfHeader(
        EdfFormat format,
        String patient,
        String recording,
        String startDate,
        String startTime,
        Optional<LocalDateTime> start,
        int headerBytes,
        String reserved,
        long announcedRecords,
        double recordSeconds,
        long recordBytes,
        List<EdfSignal> signals) {

    public EdfHeader {
        Objects.requireNonNull(format);
        Objects.requireNonNull(start);
        signals = List.copyOf(signals);
    }

    /** Exact for every duration that eight characters hold without an exponent. */
    long recordNanos() {
        return Math.round(recordSeconds * 1e9);
    }
}
