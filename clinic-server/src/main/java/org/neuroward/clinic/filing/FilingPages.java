package org.neuroward.clinic.filing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.clinic.web.ClinicTime;
import org.neuroward.clinic.web.Problem;

/** Where a person says whose a recording is. */
@Path("/unfiled")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public final class FilingPages {

    private final FilingViews views;
    private final Filing filing;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final FilingWords words;

    FilingPages(FilingViews views, Filing filing, CurrentUser user, AuditTrail trail, FilingWords words) {
        this.views = views;
        this.filing = filing;
        this.user = user;
        this.trail = trail;
        this.words = words;
    }

    @CheckedTemplate(basePath = "filing")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(List<UnfiledRecording> waiting, List<FiledRecording> filed);

        static native TemplateInstance recording(
                UnfiledRecording recording,
                List<FilingCandidate> candidates,
                LocalDate today,
                String lookedUp,
                String problem);
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(views.waiting(), views.filed());
    }

    /** @param order a further order number to look up */
    @GET
    @Path("{id}")
    public TemplateInstance recording(@PathParam("id") String id, @QueryParam("order") @DefaultValue("") String order) {
        return page(waiting(id), order.strip(), "");
    }

    @POST
    @Path("{id}/file")
    public Response file(
            @PathParam("id") String id,
            @FormParam("order") @DefaultValue("") String order,
            @FormParam("scanned") @DefaultValue("") String scanned,
            @FormParam("reason") @DefaultValue("") String reason) {
        UnfiledRecording recording = waiting(id);
        Optional<UUID> orderId = id(order);
        Optional<FilingRefusal> refusal = orderId.isEmpty()
                ? Optional.of(FilingRefusal.ORDER_UNKNOWN)
                : filing.file(new FilingWish(recording.id(), orderId.get(), scanned, reason, user.id()));
        return refusal.map(why -> refused(recording, why))
                .orElseGet(() -> Response.seeOther(URI.create("/unfiled")).build());
    }

    private Response refused(UnfiledRecording recording, FilingRefusal why) {
        return Response.status(why.status())
                .entity(page(recording, "", words.texts().refusal(why.name())))
                .build();
    }

    private UnfiledRecording waiting(String id) {
        return id(id).flatMap(views::find)
                .orElseThrow(() ->
                        new Problem(404, "recording-unknown", words.texts().unknown()));
    }

    /** The page shows the patients of all candidates: each of them is noted. */
    private TemplateInstance page(UnfiledRecording recording, String lookedUp, String problem) {
        List<FilingCandidate> candidates = views.candidates(recording.id(), lookedUp);
        candidates.forEach(candidate -> trail.record(
                "patient.read",
                "unfiled",
                recording.id().toString(),
                Optional.of(candidate.patient().id()),
                "done",
                Map.of()));
        return Templates.recording(recording, candidates, LocalDate.now(ClinicTime.zone()), lookedUp, problem);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
