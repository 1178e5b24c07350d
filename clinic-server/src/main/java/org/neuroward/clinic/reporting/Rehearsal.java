package org.neuroward.clinic.reporting;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.neuroward.preparation.Progress;
import org.neuroward.report.content.Impression;
import org.neuroward.report.content.PatientSnapshot;
import org.neuroward.report.content.Person;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.SessionFacts;
import org.neuroward.report.content.Signature;
import org.neuroward.report.html.ReportHtml;
import org.neuroward.resting.RestingAnalysis;
import org.neuroward.resting.RestingParameters;
import org.neuroward.scoring.ResultDocument;

/**
 * Goes the whole way from a recording to the signed forms once after the start, with made-up data that is thrown away: the
 * first patient of the day does not wait for classes to load and fonts to be read.
 */
@ApplicationScoped
class Rehearsal {

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final OffsetDateTime THEN = OffsetDateTime.of(2026, 1, 1, 9, 0, 0, 0, ZoneOffset.UTC);

    private final ReportForms forms;
    private final boolean wanted;

    Rehearsal(ReportForms forms, @ConfigProperty(name = "neuroward.rehearsal") boolean wanted) {
        this.forms = forms;
        this.wanted = wanted;
    }

    void start(@Observes StartupEvent event) {
        if (wanted) {
            Thread thread = new Thread(this::rehearse, "rehearsal");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    void rehearse() {
        long start = System.nanoTime();
        try (var recording = new RehearsedRecording()) {
            var input = new ResultDocument.Input("0".repeat(64), 1, "BDF+C");
            ReportDocument draft =
                    draft(RestingAnalysis.score(recording, input, RestingParameters.defaults(), Progress.NONE));
            ReportHtml.render(draft, Locale.ENGLISH);
            forms.all(signed(draft));
            LOG.infof("rehearsed scoring and reporting in %d ms", (System.nanoTime() - start) / 1_000_000);
        } catch (IOException | RuntimeException e) {
            // Nobody waits for it, and the first real report would tell the same.
            LOG.error("the rehearsal of scoring and reporting failed", e);
        }
    }

    private static ReportDocument draft(ResultDocument result) {
        var patient = new PatientSnapshot(
                "rehearsal", "Rehearsal 预演", PatientSnapshot.Sex.UNKNOWN, Optional.empty(), List.of(), true);
        var session = new SessionFacts(
                "rehearsal",
                "Neuroward",
                Optional.empty(),
                Optional.empty(),
                "rehearsal",
                "rehearsal",
                new Person("rehearsal", "Rehearsal", "technician"),
                THEN,
                Optional.of(THEN.plusSeconds(RehearsedRecording.SECONDS)),
                new SessionFacts.Procedure("resting-eeg", "1.0.0", "resting-eeg/eyes-closed"),
                List.of(new SessionFacts.Block("eyes-closed", 0, RehearsedRecording.SECONDS)),
                Optional.empty());
        return ReportDocument.draft("rehearsal", THEN, patient, session, result);
    }

    private static ReportDocument signed(ReportDocument draft) {
        var person = new Person("rehearsal", "Rehearsal", "reviewer");
        return draft.withImpression(new Impression("Rehearsal 预演", person, THEN))
                .signed(person, Signature.Meaning.REVIEW_AND_APPROVAL, "password", THEN);
    }
}
