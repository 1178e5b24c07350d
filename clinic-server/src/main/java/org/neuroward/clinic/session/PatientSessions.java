package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.neuroward.clinic.fleet.Beds;

/** Sessions as the worklist and the patient's page show them, as {@code inject:patientSessions} there. */
@Named("patientSessions")
@ApplicationScoped
public class PatientSessions {
    private final SessionTable table;
    private final Beds beds;

    PatientSessions(SessionTable table, Beds beds) {
        this.table = table;
        this.beds = beds;
    }

    /** The sessions that hold a bed now, by their orders. */
    @Transactional
    public Map<UUID, BedSession> getActiveByOrder() {
        return table.active().stream()
                .map(session -> session.toSession(beds.get(session.bedId).name()))
                .collect(Collectors.toMap(BedSession::orderId, session -> session));
    }

    /** All sessions of the patient, the latest first. */
    @Transactional
    public List<BedSession> of(UUID patientId) {
        return table.ofPatient(patientId).stream()
                .map(session -> session.toSession(beds.get(session.bedId).name()))
                .toList();
    }
}
