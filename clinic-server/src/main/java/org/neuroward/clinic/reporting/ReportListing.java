package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.neuroward.clinic.screening.Screening;
import org.neuroward.report.content.ReportStatus;

/** Puts the list of reports together. */
@ApplicationScoped
class ReportListing {

    private static final int ROWS = 100;

    private final Reports reports;
    private final ReportRows rows;
    private final ReportFacts facts;
    private final Screening screening;
    private final ReviewWords words;

    ReportListing(Reports reports, ReportRows rows, ReportFacts facts, Screening screening, ReviewWords words) {
        this.reports = reports;
        this.rows = rows;
        this.facts = facts;
        this.screening = screening;
        this.words = words;
    }

    /** What a reader may ask the list for. */
    enum Choice {
        DRAFT(ReportStatus.DRAFT),
        FINAL(ReportStatus.FINAL),
        ALL(ReportStatus.DRAFT, ReportStatus.FINAL);

        private final List<ReportStatus> states;

        Choice(ReportStatus... states) {
            this.states = List.of(states);
        }

        /** The choice of that code; all reports when there is none. */
        static Choice of(String code) {
            return Arrays.stream(values())
                    .filter(choice -> choice.code().equals(code))
                    .findFirst()
                    .orElse(ALL);
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ReportListPage page(Choice choice, int number) {
        long total = count(choice);
        int first = (int) Math.min((number - 1L) * ROWS, Math.max(0, (total - 1) / ROWS * ROWS));
        List<ReportRow> lines = rows.withPatients(reports.list(choice.states, first, ROWS));
        int shown = first / ROWS + 1;
        return new ReportListPage(
                lines,
                Arrays.stream(Choice.values()).map(one -> tab(one, choice)).toList(),
                failures(),
                emptySentence(choice),
                words.messages().pageRange(first + 1L, first + lines.size(), total),
                first > 0 ? address(choice, shown - 1) : "",
                first + lines.size() < total ? address(choice, shown + 1) : "");
    }

    private static String address(Choice choice, int page) {
        return "/reports?state=" + choice.code() + "&page=" + page;
    }

    private long count(Choice choice) {
        return choice.states.stream().mapToLong(reports::count).sum();
    }

    private ReportListPage.Tab tab(Choice choice, Choice current) {
        String name =
                switch (choice) {
                    case DRAFT -> words.messages().awaitingReview();
                    case FINAL -> words.messages().signed();
                    case ALL -> words.messages().all();
                };
        return new ReportListPage.Tab(choice.code(), name, count(choice), choice == current);
    }

    private String emptySentence(Choice choice) {
        return switch (choice) {
            case DRAFT -> words.messages().noneAwaiting();
            case FINAL -> words.messages().noneSigned();
            case ALL -> words.messages().noneAtAll();
        };
    }

    private List<ReportListPage.Failure> failures() {
        return screening.failed().stream()
                .map(failed -> new ReportListPage.Failure(
                        failed.recordingId(),
                        words.time(facts.endOf(failed.sessionId())),
                        facts.patientNameOfSession(failed.sessionId()),
                        words.failure(failed.code())))
                .toList();
    }
}
