package org.neuroward.clinic.screening;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Scores a recording again that could not be scored; the list of reports asks for it. */
@Path("/recordings/{id}/score")
@Blocking
public class ScoringRetry {

    private final Screening screening;

    ScoringRetry(Screening screening) {
        this.screening = screening;
    }

    @POST
    public Response scoreAgain(@PathParam("id") UUID recordingId) {
        screening.tryAgain(recordingId);
        return Response.seeOther(URI.create("/reports")).build();
    }
}
