package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.neuroward.clinic.web.ClinicTime;

/** Wall time as it is printed: with the clinic's offset from UTC, to the second. */
@ApplicationScoped
class ReportTime {

    private final Clock clock = Clock.systemUTC();

    OffsetDateTime now() {
        return at(clock.instant());
    }

    OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atZone(ClinicTime.zone()).toOffsetDateTime();
    }
}
