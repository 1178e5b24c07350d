package org.neuroward.clinic.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.audit.AuditSubject;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.Patient;
import org.neuroward.clinic.record.Patients;
import org.neuroward.clinic.web.ClinicTime;
import org.neuroward.clinic.web.Problem;

/** What the technician sees at the bed: first the choice of the bed, then the session on one page from preview to report. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public final class BedsidePages {

    private final Sessions sessions;
    private final Orders orders;
    private final Patients patients;
    private final AuditSubject subject;
    private final BedsideWords words;
    private final BedChoices choices;

    BedsidePages(
            Sessions sessions,
            Orders orders,
            Patients patients,
            AuditSubject subject,
            BedsideWords words,
            BedChoices choices) {
        this.sessions = sessions;
        this.orders = orders;
        this.patients = patients;
        this.subject = subject;
        this.words = words;
        this.choices = choices;
    }

    @CheckedTemplate(basePath = "session")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance bed(
                Order order, Patient patient, LocalDate today, List<BedChoice> beds, List<VariantChoice> variants);

        static native TemplateInstance session(
                BedSession session,
                String phase,
                Patient patient,
                LocalDate today,
                String procedure,
                List<MarkerKey> markers);
    }

    /** The choice of the bed; an order that already has its session is led there instead. */
    @GET
    @Path("orders/{id}/bed")
    public Response bed(@PathParam("id") UUID orderId) {
        Order order = orders.find(orderId)
                .orElseThrow(
                        () -> new Problem(404, "order-unknown", words.texts().orderUnknown()));
        subject.patient(order.patientId());
        Optional<BedSession> active = sessions.activeOfOrder(orderId);
        if (active.isPresent()) {
            return Response.seeOther(URI.create("/sessions/" + active.get().id()))
                    .build();
        }
        if (order.state() != Order.State.OPEN) {
            throw new Problem(409, "order-not-open", words.texts().orderNotOpen());
        }
        if (orders.identityConfirmation(orderId).isEmpty()) {
            return Response.seeOther(URI.create("/orders/" + orderId + "/confirm"))
                    .build();
        }
        Patient patient = patients.get(order.patientId());
        return Response.ok(Templates.bed(order, patient, today(), choices.beds(), words.variants()))
                .build();
    }

    @GET
    @Path("sessions/{id}")
    public TemplateInstance session(@PathParam("id") UUID sessionId) {
        BedSession session = sessions.find(sessionId)
                .orElseThrow(
                        () -> new Problem(404, "session-unknown", words.texts().sessionUnknown()));
        subject.patient(session.patientId());
        return Templates.session(
                session,
                sessions.phase(session).word(),
                patients.get(session.patientId()),
                today(),
                words.nameOf(session.variant()),
                words.markers());
    }

    private static LocalDate today() {
        return LocalDate.now(ClinicTime.zone());
    }
}
