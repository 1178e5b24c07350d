package org.neuroward.clinic.fleet;

import java.time.Duration;
import java.util.Locale;
import org.neuroward.wire.DeviceClock;
import org.neuroward.wire.ServerClock;
import org.neuroward.wire.SpoolFacts;

/** Figures of beds as people read them, each with its unit. */
final class FleetNumbers {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_GIGABYTE = 1e9;
    private static final double SECOND_OF_MILLIS = 1000;

    private final FleetTexts texts;
    private final Locale locale;

    FleetNumbers(FleetTexts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** A span in its two largest useful units. */
    String span(Duration span) {
        if (span.toMinutes() < 1) {
            return texts.seconds(Math.max(0, span.toSeconds()));
        }
        if (span.toHours() < 1) {
            return texts.minutes(span.toMinutes());
        }
        return span.toDays() < 1
                ? texts.hours(span.toHours(), span.toMinutesPart())
                : texts.days(span.toDays(), span.toHoursPart());
    }

    /** How far the bed's clock is ahead of the server's. */
    String offset(ServerClock clock) {
        long nanos = -clock.offsetNanos();
        double millis = nanos / NANOS_PER_MILLI;
        if (Math.abs(millis) < SECOND_OF_MILLIS) {
            return signed("%.0f", millis) + " ms ± " + whole(clock.uncertaintyNanos() / NANOS_PER_MILLI) + " ms";
        }
        Duration span = Duration.ofNanos(Math.abs(nanos));
        return span.toMinutes() < 1
                ? signed("%.1f", nanos / NANOS_PER_SECOND) + " s"
                : (nanos < 0 ? "−" : "+") + span(span);
    }

    String drift(DeviceClock clock, double nominalHertz) {
        String figure = signed("%.1f", clock.driftPpm(nominalHertz)) + " ± "
                + String.format(locale, "%.1f", clock.uncertaintyPpm()) + " ppm";
        return texts.clockDrift(figure);
    }

    String room(SpoolFacts spool) {
        return texts.diskRoom(gigabytes(spool.diskFreeBytes()), gigabytes(spool.diskTotalBytes()));
    }

    private String gigabytes(long bytes) {
        double gigabytes = bytes / BYTES_PER_GIGABYTE;
        return String.format(locale, gigabytes < 10 ? "%.1f" : "%.0f", gigabytes);
    }

    private String whole(double value) {
        return String.format(locale, "%.0f", Math.ceil(value));
    }

    /** With a sign that is as wide as a plus. */
    private String signed(String format, double value) {
        String digits = String.format(locale, format, Math.abs(value));
        boolean zero = digits.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return zero ? digits : (value < 0 ? "−" : "+") + digits;
    }
}
