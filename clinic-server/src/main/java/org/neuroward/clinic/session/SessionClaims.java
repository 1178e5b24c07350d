package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.neuroward.clinic.access.Users;
import org.neuroward.clinic.record.IdentityConfirmation;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.Patients;
import org.neuroward.wire.PatientClaim;

/** What a recording is told about whose it is, so that it bears the answer by itself: numbers, never a name. */
@ApplicationScoped
class SessionClaims {

    private final Sessions sessions;
    private final Orders orders;
    private final Patients patients;
    private final Users users;

    SessionClaims(Sessions sessions, Orders orders, Patients patients, Users users) {
        this.sessions = sessions;
        this.orders = orders;
        this.patients = patients;
        this.users = users;
    }

    @Transactional
    PatientClaim of(UUID sessionId) {
        BedSession session = sessions.get(sessionId);
        return new PatientClaim(
                orders.get(session.orderId()).orderNumber(),
                patients.get(session.patientId()).recordNumber(),
                orders.identityConfirmation(session.orderId())
                        .map(IdentityConfirmation::confirmedBy)
                        .map(users::username)
                        .orElse(""));
    }
}
