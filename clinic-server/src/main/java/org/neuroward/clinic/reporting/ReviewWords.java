package org.neuroward.clinic.reporting;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.neuroward.clinic.web.ClinicTime;
import org.neuroward.clinic.web.Language;
import org.neuroward.report.content.ReportStatus;

/** States, ages, times and failures in the reader's language. */
@ApplicationScoped
class ReviewWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ClinicTime.zone());
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ClinicTime.zone());

    private final Language language;

    ReviewWords(Language language) {
        this.language = language;
    }

    Locale locale() {
        return language.locale();
    }

    ReviewMessages messages() {
        return MessageBundles.get(ReviewMessages.class, Localized.Literal.of(locale().getLanguage()));
    }

    /** In the clinic's time zone. */
    String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Time of day only, for what has just happened. */
    String clock(Instant instant) {
        return CLOCK.format(instant);
    }

    String age(Duration age) {
        if (age.toMinutes() < 1) {
            return messages().underAMinute();
        }
        if (age.toHours() < 1) {
            return messages().minutes(age.toMinutes());
        }
        return age.toDays() < 1
                ? messages().hours(age.toHours(), age.toMinutesPart())
                : messages().days(age.toDays(), age.toHoursPart());
    }

    String state(ReportStatus state) {
        return switch (state) {
            case DRAFT -> messages().stateDraft();
            case FINAL -> messages().stateFinal();
        };
    }

    String quality(ReportSummary.Quality quality) {
        String grade =
                switch (quality.grade()) {
                    case "green" -> messages().gradeGreen();
                    case "amber" -> messages().gradeAmber();
                    default -> messages().gradeRed();
                };
        String index = String.format(Locale.ROOT, "%.0f · %s", quality.index(), grade);
        return quality.refused() ? index + " · " + messages().noNumbers() : index;
    }

    String protocol(String id) {
        return id.equals("resting-eeg") ? messages().protocolRestingEeg() : id;
    }

    /** Why a recording could not be scored, by the code of the failure. */
    String failure(String code) {
        return switch (code) {
            case "file-missing" -> messages().failedFileMissing();
            case "file-changed" -> messages().failedFileChanged();
            case "file-unreadable" -> messages().failedFileUnreadable();
            case "identity-open" -> messages().failedIdentityOpen();
            case "interrupted" -> messages().failedInterrupted();
            default -> messages().failedFault();
        };
    }
}
