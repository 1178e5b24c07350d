package org.neuroward.clinic.reporting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.neuroward.clinic.audit.AuditSubject;
import org.neuroward.clinic.web.Problem;

/** The pages on which reports are found and read, and the forms in which signed ones are issued. */
@Path("/reports")
@Blocking
public class ReportPages {

    private final ReportStore store;
    private final ReportListing listing;
    private final ReportReading reading;
    private final ReviewWords words;
    private final AuditSubject subject;

    ReportPages(
            ReportStore store, ReportListing listing, ReportReading reading, ReviewWords words, AuditSubject subject) {
        this.store = store;
        this.listing = listing;
        this.reading = reading;
        this.words = words;
        this.subject = subject;
    }

    @CheckedTemplate(basePath = "review")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reports(ReportListPage page);

        static native TemplateInstance report(ReportPage page);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list(
            @QueryParam("state") @DefaultValue("all") String state, @QueryParam("page") @DefaultValue("1") int page) {
        return Templates.reports(listing.page(ReportListing.Choice.of(state), Math.max(1, page)));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance report(@PathParam("id") String id) {
        return Templates.report(reading.page(readable(id)));
    }

    @GET
    @Path("/{id}/pdf")
    public Response pdf(@PathParam("id") String id, @QueryParam("lang") @DefaultValue("zh") String language) {
        ReportForm form = language.equals("en") ? ReportForm.PDF_EN : ReportForm.PDF_ZH;
        return issued(readable(id), form, "report-" + id + "-" + (form == ReportForm.PDF_EN ? "en" : "zh") + ".pdf");
    }

    @GET
    @Path("/{id}/fhir")
    public Response fhir(@PathParam("id") String id) {
        return issued(readable(id), ReportForm.FHIR, "report-" + id + ".fhir.json");
    }

    private Response issued(OpenedReport opened, ReportForm form, String fileName) {
        Rendition rendition = store.findIssued(opened.report().id, form)
                .orElseThrow(
                        () -> new Problem(409, "not-issued", words.messages().notIssued()));
        return Response.ok(rendition.bytes())
                .type(rendition.form().mediaType())
                .header("Content-Disposition", "inline; filename=\"" + fileName + "\"")
                .header("ETag", "\"" + rendition.sha256() + "\"")
                .build();
    }

    private OpenedReport readable(String id) {
        OpenedReport opened = open(id);
        subject.patient(opened.report().patientId);
        return opened;
    }

    private OpenedReport open(String id) {
        return ReportId.parse(id)
                .flatMap(store::find)
                .orElseThrow(() ->
                        new Problem(404, "report-unknown", words.messages().reportUnknown()));
    }
}
