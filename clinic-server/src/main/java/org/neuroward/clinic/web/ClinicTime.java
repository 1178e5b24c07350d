package org.neuroward.clinic.web;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How pages write times: the clinic's zone, year first, 24 hours, the same in both languages. */
public final class ClinicTime {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

    private ClinicTime() {}

    /** The clinic's time zone: that of the machine. */
    public static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    /** As {@code 2026-11-23 14:05}. */
    @TemplateExtension
    static String toMinute(Instant instant) {
        return MINUTES.format(instant.atZone(zone()));
    }

    /** As {@code 2026-11-23 14:05:09}. */
    @TemplateExtension
    static String toSecond(Instant instant) {
        return SECONDS.format(instant.atZone(zone()));
    }

    /** As {@code 14:05}. */
    @TemplateExtension
    static String clock(Instant instant) {
        return CLOCK.format(instant.atZone(zone()));
    }

    /** The day on which an instant falls in the clinic. */
    @TemplateExtension
    static LocalDate day(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }

    /** For use in a query string. */
    @TemplateExtension
    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The zone's distance from UTC, as {@code +08:00}. */
    @TemplateExtension
    static String offset(Instant instant) {
        return OFFSET.format(instant.atZone(zone()));
    }
}
