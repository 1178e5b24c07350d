package org.neuroward.clinic.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Of whom a request speaks. A page that shows a patient's data names the patient here, and the row that the access table
 * asks for carries it.
 */
@RequestScoped
public class AuditSubject {
    private UUID patientId;

    /** The request reads or changes data of this patient. */
    public void patient(UUID id) {
        patientId = id;
    }

    /** The patient named so far. */
    public Optional<UUID> patient() {
        return Optional.ofNullable(patientId);
    }
}
