package org.neuroward.clinic.record;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.access.CurrentUser;
import org.neuroward.clinic.audit.AuditSubject;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.clinic.web.ClinicTime;
import org.neuroward.clinic.web.Problem;

/** From the worklist to a confirmed identity. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
final class WorklistPages {
    private final Orders orders;
    private final Patients patients;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final AuditSubject subject;
    private final RecordWords words;

    WorklistPages(
            Orders orders,
            Patients patients,
            CurrentUser user,
            AuditTrail trail,
            AuditSubject subject,
            RecordWords words) {
        this.orders = orders;
        this.patients = patients;
        this.user = user;
        this.trail = trail;
        this.subject = subject;
        this.words = words;
    }

    @CheckedTemplate(basePath = "record")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance worklist(List<WorklistLine> lines, String text, LocalDate today);

        static native TemplateInstance confirm(Order order, Patient patient, LocalDate today, boolean mismatch);
    }

    @GET
    @Path("worklist")
    public TemplateInstance worklist(@QueryParam("q") @DefaultValue("") String text) {
        return Templates.worklist(orders.worklist(text), text, LocalDate.now(ClinicTime.zone()));
    }

    @GET
    @Path("orders/{id}/confirm")
    public TemplateInstance confirm(@PathParam("id") UUID id) {
        return confirmPage(openOrder(id), false);
    }

    @POST
    @Path("orders/{id}/confirm")
    public Response confirmed(@PathParam("id") UUID id, @FormParam("scanned") @DefaultValue("") String scanned) {
        Order order = openOrder(id);
        boolean byScan = !scanned.isBlank();
        if (byScan
                && !scanned.strip()
                        .equalsIgnoreCase(patients.get(order.patientId()).recordNumber())) {
            note(order, "refused", IdentityConfirmation.Method.SCANNED);
            return Response.status(422).entity(confirmPage(order, true)).build();
        }
        IdentityConfirmation.Method method =
                byScan ? IdentityConfirmation.Method.SCANNED : IdentityConfirmation.Method.ASKED;
        orders.confirmIdentity(id, user.id(), method);
        note(order, "done", method);
        return Response.seeOther(URI.create("/orders/" + id + "/bed")).build();
    }

    private TemplateInstance confirmPage(Order order, boolean mismatch) {
        return Templates.confirm(order, patients.get(order.patientId()), LocalDate.now(ClinicTime.zone()), mismatch);
    }

    private Order openOrder(UUID id) {
        Order order = orders.find(id)
                .orElseThrow(
                        () -> new Problem(404, "order-unknown", words.texts().unknown()));
        subject.patient(order.patientId());
        if (order.state() != Order.State.OPEN) {
            throw new Problem(409, "order-not-open", words.texts().orderNotOpen());
        }
        return order;
    }

    private void note(Order order, String outcome, IdentityConfirmation.Method method) {
        trail.record(
                "identity.confirm",
                "orders",
                order.id().toString(),
                Optional.of(order.patientId()),
                outcome,
                Map.of("method", method.name()));
    }
}
