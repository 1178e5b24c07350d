package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neuroward.clinic.access.Users;
import org.neuroward.clinic.fleet.AmplifierFacts;
import org.neuroward.clinic.fleet.Beds;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.Patient;
import org.neuroward.clinic.record.Patients;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.session.BedSession;
import org.neuroward.clinic.session.Sessions;
import org.neuroward.edf.EdfRecording;
import org.neuroward.report.content.PatientSnapshot;
import org.neuroward.report.content.Person;
import org.neuroward.report.content.SessionFacts;
import org.neuroward.signal.Annotation;

/** Gathers what a report says besides the result: whom, where, when, by whom, and what was asked. */
@ApplicationScoped
class ReportFacts {

    private final Sessions sessions;
    private final Recordings recordings;
    private final Patients patients;
    private final Orders orders;
    private final Beds beds;
    private final Users users;
    private final ReportTime time;
    private final String clinic;

    ReportFacts(
            Sessions sessions,
            Recordings recordings,
            Patients patients,
            Orders orders,
            Beds beds,
            Users users,
            ReportTime time,
            @ConfigProperty(name = "neuroward.clinic-name") String clinic) {
        this.sessions = sessions;
        this.recordings = recordings;
        this.patients = patients;
        this.orders = orders;
        this.beds = beds;
        this.users = users;
        this.time = time;
        this.clinic = clinic;
    }

    /** All of it, as known when the report is drafted. */
    record Account(UUID patientId, Instant endedAt, PatientSnapshot patient, SessionFacts session) {}

    Account of(UUID sessionId) {
        BedSession session = sessions.get(sessionId);
        return new Account(
                session.patientId(),
                session.endedAt().orElse(session.preparedAt()),
                patient(patients.get(session.patientId())),
                facts(session));
    }

    Patient patientOf(UUID patientId) {
        return patients.get(patientId);
    }

    String patientName(UUID patientId) {
        return patients.get(patientId).name();
    }

    String patientNameOfSession(UUID sessionId) {
        return patientName(sessions.get(sessionId).patientId());
    }

    Instant endOf(UUID sessionId) {
        BedSession session = sessions.get(sessionId);
        return session.endedAt().orElse(session.preparedAt());
    }

    private PatientSnapshot patient(Patient patient) {
        var number =
                new PatientSnapshot.Identifier(PatientSnapshot.IdentifierKind.MEDICAL_RECORD, patient.recordNumber());
        return new PatientSnapshot(
                patient.id().toString(),
                patient.name(),
                PatientSnapshot.Sex.valueOf(patient.sex().name()),
                Optional.of(patient.birthDate()),
                List.of(number),
                patient.simulated());
    }

    private SessionFacts facts(BedSession session) {
        Order order = orders.get(session.orderId());
        return new SessionFacts(
                session.id().toString(),
                clinic,
                Optional.of(order.orderNumber()),
                Optional.of(order.reason()).filter(reason -> !reason.isBlank()),
                session.bedName(),
                device(session),
                new Person(session.preparedBy().toString(), users.displayName(session.preparedBy()), "technician"),
                time.at(session.startedAt().orElse(session.preparedAt())),
                session.endedAt().map(time::at),
                new SessionFacts.Procedure(session.protocolId(), session.protocolVersion(), session.variant()),
                blocks(session),
                Optional.of(gaps(session)));
    }

    // The agent may be away by now; its id then tells which amplifier it was.
    private String device(BedSession session) {
        return beds.get(session.bedId()).amplifier().map(AmplifierFacts::name).orElse(session.agentId());
    }

    private List<SessionFacts.Block> blocks(BedSession session) {
        return recordings
                .findOfSession(session.id())
                .flatMap(StoredRecording::sealed)
                .map(ReportFacts::blocks)
                .orElse(List.of());
    }

    private static List<SessionFacts.Block> blocks(StoredRecording.SealedFile file) {
        try (EdfRecording recording = EdfRecording.open(file.path())) {
            return recording.annotations().stream()
                    .flatMap(annotation -> block(annotation).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a recording that was scored must be readable", e);
        }
    }

    private static Optional<SessionFacts.Block> block(Annotation annotation) {
        String condition = annotation.text().toLowerCase(Locale.ROOT).replace(' ', '-');
        boolean known = condition.equals("eyes-closed") || condition.equals("eyes-open");
        return annotation
                .duration()
                .filter(length -> known)
                .map(length -> new SessionFacts.Block(condition, seconds(annotation.onset()), seconds(length)));
    }

    private List<SessionFacts.Gap> gaps(BedSession session) {
        return recordings
                .findOfSession(session.id())
                .flatMap(StoredRecording::sealed)
                .map(file -> RecordedGaps.of(file.path()))
                .orElse(List.of());
    }

    private static double seconds(java.time.Duration span) {
        return span.toNanos() / 1e9;
    }
}
