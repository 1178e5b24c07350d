package org.neuroward.clinic.reporting;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.neuroward.clinic.access.CurrentUser;

/** Changes of a draft, as the script of its page asks for them. */
@Path("/reports")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class ReportEdits {

    private final ReportStore store;
    private final Reviewing reviewing;
    private final Signing signing;
    private final ReviewWords words;
    private final CurrentUser reader;

    ReportEdits(ReportStore store, Reviewing reviewing, Signing signing, ReviewWords words, CurrentUser reader) {
        this.store = store;
        this.reviewing = reviewing;
        this.signing = signing;
        this.words = words;
        this.reader = reader;
    }

    /** @param revision the one that the person has read */
    record Wording(Integer revision, String text) {}

    /** @param password entered anew */
    record Approval(Integer revision, String text, String password) {}

    @POST
    @Path("/{id}/impression")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(@PathParam("id") String id, Wording wording) {
        if (wording == null || wording.revision() == null || wording.text() == null) {
            return EditAnswer.refusal(422, "bad-edit", words.messages().badEdit());
        }
        return answer(id, report -> reviewing.save(report, wording.revision(), wording.text(), author()));
    }

    @POST
    @Path("/{id}/sign")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response sign(@PathParam("id") String id, Approval approval) {
        if (approval == null || approval.revision() == null || approval.text() == null || approval.password() == null) {
            return EditAnswer.refusal(422, "bad-edit", words.messages().badEdit());
        }
        return answer(
                id,
                report -> signing.sign(report, approval.revision(), approval.text(), author(), approval.password()));
    }

    private Response answer(String id, Function<UUID, EditOutcome> change) {
        Optional<UUID> report = ReportId.parse(id).filter(store::exists);
        return report.isEmpty()
                ? EditAnswer.refusal(404, "report-unknown", words.messages().reportUnknown())
                : EditAnswer.of(change.apply(report.get()), words);
    }

    private Author author() {
        return new Author(
                reader.id(), reader.displayName(), reader.role().name().toLowerCase(Locale.ROOT));
    }
}
