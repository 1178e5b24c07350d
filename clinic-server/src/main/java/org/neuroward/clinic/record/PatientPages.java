package org.neuroward.clinic.record;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.neuroward.clinic.audit.AuditSubject;
import org.neuroward.clinic.web.ClinicTime;
import org.neuroward.clinic.web.Problem;

/** The page of one patient. */
@Path("/patients/{id}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
final class PatientPages {
    private final Patients patients;
    private final Orders orders;
    private final AuditSubject subject;
    private final RecordWords words;

    PatientPages(Patients patients, Orders orders, AuditSubject subject, RecordWords words) {
        this.patients = patients;
        this.orders = orders;
        this.subject = subject;
        this.words = words;
    }

    @CheckedTemplate(basePath = "record")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance patient(Patient patient, List<Order> orders, LocalDate today);
    }

    @GET
    public TemplateInstance patient(@PathParam("id") UUID id) {
        Patient patient = patients.find(id)
                .orElseThrow(
                        () -> new Problem(404, "patient-unknown", words.texts().unknown()));
        subject.patient(id);
        return Templates.patient(patient, orders.ofPatient(id), LocalDate.now(ClinicTime.zone()));
    }
}
