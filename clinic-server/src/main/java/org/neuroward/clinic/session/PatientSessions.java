package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.neuroward.clinic.fleet.Beds;

/** A patient's sessions for the patient's page, as {@code inject:patientSessions}. */
@Named("patientSessions")
@ApplicationScoped
public class PatientSessions {
    private final SessionTable table;
    private final Beds beds;

    PatientSessions(SessionTable table, Beds beds) {
        this.table = table;
        this.beds = beds;
    }

    /** All sessions of the patient, the latest first. */
    @Transactional
    public List<BedSession> of(UUID patientId) {
        return table.ofPatient(patientId).stream()
                .map(session -> session.toSession(beds.get(session.bedId).name()))
                .toList();
    }
}
