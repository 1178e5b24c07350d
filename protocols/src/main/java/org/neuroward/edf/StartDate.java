package org.neuroward.edf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Start of a file from its three fields. EDF+ 2.1.3.4: the recording field holds the year in four digits. */
final class StartDate {

    private static final Pattern THREE_NUMBERS = Pattern.compile("(\\d{1,2})([./:\\- ])(\\d{1,2})[./:\\- ](\\d{1,2})");
    private static final Pattern USUAL_FORM = Pattern.compile("\\d\\d\\.\\d\\d\\.\\d\\d");
    private static final Pattern PLUS_DATE = Pattern.compile("Startdate (\\d{1,2})-([A-Za-z]{3})-(\\d{4})(\\s.*)?");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final LocalDate CLIPPING_DATE = LocalDate.of(1985, 1, 1);

    private StartDate() {}

    static Optional<LocalDateTime> of(String date, String time, String recording, List<EdfNotice> notices) {
        Optional<LocalDate> day = plusDate(recording).or(() -> shortDate(date));
        Optional<LocalTime> hour = clock(time);
        if (day.isEmpty() || hour.isEmpty()) {
            notices.add(EdfNotice.of(EdfNotice.Kind.DATE_UNREADABLE, Map.of("date", date, "time", time)));
            return Optional.empty();
        }
        if (!USUAL_FORM.matcher(date).matches() || !USUAL_FORM.matcher(time).matches()) {
            notices.add(EdfNotice.of(EdfNotice.Kind.DATE_FORM, Map.of("date", date, "time", time)));
        }
        boolean unknown = recording.startsWith("Startdate X")
                && day.get().equals(CLIPPING_DATE)
                && hour.get().equals(LocalTime.MIDNIGHT);
        return unknown ? Optional.empty() : Optional.of(LocalDateTime.of(day.get(), hour.get()));
    }

    private static Optional<LocalDate> shortDate(String text) {
        Matcher parts = THREE_NUMBERS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(4));
        // EDF's clipping date: 85 to 99 are of the twentieth century.
        return date(year >= 85 ? 1900 + year : 2000 + year, number(parts, 3), number(parts, 1));
    }

    private static Optional<LocalDate> plusDate(String recording) {
        Matcher parts = PLUS_DATE.matcher(recording);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(parts.group(2).toUpperCase(java.util.Locale.ROOT)) + 1;
        return date(number(parts, 3), month, number(parts, 1));
    }

    private static Optional<LocalTime> clock(String text) {
        Matcher parts = THREE_NUMBERS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.of(number(parts, 1), number(parts, 3), number(parts, 4)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
