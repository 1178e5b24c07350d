package org.neuroward.clinic.reporting;

import java.util.Optional;
import java.util.UUID;

/** Reads the id of a report from an address that anyone may have typed. */
final class ReportId {

    private ReportId() {}

    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
