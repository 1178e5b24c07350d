package org.neuroward.clinic.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Beds and their agents for programs and for the page of the beds. */
@Path("/api/fleet")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class FleetApi {

    private final Enrolment enrolment;
    private final AgentsAddress address;
    private final FleetWords words;
    private final FleetBoard board;

    FleetApi(Enrolment enrolment, AgentsAddress address, FleetWords words, FleetBoard board) {
        this.enrolment = enrolment;
        this.address = address;
        this.words = words;
        this.board = board;
    }

    public record BedWish(String name) {}

    /** @param agentId may be absent: then the bed's agent keeps its id, or gets one */
    public record AgentWish(String agentId) {}

    public record BedDone(UUID bedId, String name) {}

    /**
     * An agent that may connect now.
     *
     * @param secret told here and never again
     * @param command what starts the agent at the bed, with the secret in a file
     */
    public record AgentDone(
            UUID bedId, String name, String agentId, String secret, String secretFile, String server, String command) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "AgentDone[bedId=" + bedId + ", agentId=" + agentId + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Told(String code, String sentence) {}

    /** What the page shows, in the reader's words. */
    @GET
    public List<FleetLine> list() {
        return board.view().lines();
    }

    @POST
    @Path("beds")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(BedWish wish) {
        String name = wish == null || wish.name() == null ? "" : wish.name();
        return answer(enrolment.add(name), 201, "");
    }

    @POST
    @Path("beds/{id}/agent")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enrol(@PathParam("id") String id, AgentWish wish, HttpServerRequest request) {
        Optional<String> agentId = Optional.ofNullable(wish).map(AgentWish::agentId);
        String host = request.authority() == null ? "" : request.authority().host();
        return ofBed(id, bed -> enrolment.enrol(bed, agentId), 201, host);
    }

    @POST
    @Path("beds/{id}/retire")
    public Response retire(@PathParam("id") String id) {
        return ofBed(id, enrolment::retire, 200, "");
    }

    @POST
    @Path("beds/{id}/reinstate")
    public Response reinstate(@PathParam("id") String id) {
        return ofBed(id, enrolment::reinstate, 200, "");
    }

    private Response ofBed(String id, Function<UUID, EnrolmentOutcome> act, int whenDone, String host) {
        Optional<UUID> bed = id(id);
        return bed.isPresent()
                ? answer(act.apply(bed.get()), whenDone, host)
                : refused(new EnrolmentRefusal.BedUnknown());
    }

    private Response answer(EnrolmentOutcome outcome, int whenDone, String host) {
        return switch (outcome) {
            case EnrolmentOutcome.Done done ->
                Response.status(whenDone)
                        .entity(new BedDone(done.bedId(), done.bedName()))
                        .build();
            case EnrolmentOutcome.AgentEnrolled enrolled ->
                Response.status(whenDone)
                        .header("Cache-Control", "no-store")
                        .entity(told(enrolled, host))
                        .build();
            case EnrolmentOutcome.Refused refused -> refused(refused.why());
        };
    }

    private AgentDone told(EnrolmentOutcome.AgentEnrolled enrolled, String host) {
        String agentId = enrolled.agentId();
        String file = agentId + ".secret";
        return new AgentDone(
                enrolled.bedId(),
                enrolled.bedName(),
                agentId,
                enrolled.secret(),
                file,
                address.asSeenFrom(host),
                address.command(host, agentId, file));
    }

    private Response refused(EnrolmentRefusal why) {
        return Response.status(statusOf(why))
                .entity(new Told(why.code(), words.say(why)))
                .build();
    }

    private static int statusOf(EnrolmentRefusal why) {
        return switch (why) {
            case EnrolmentRefusal.BedUnknown u -> 404;
            case EnrolmentRefusal.NameUnusable u -> 422;
            case EnrolmentRefusal.AgentIdUnusable u -> 422;
            case EnrolmentRefusal.NameTaken c -> 409;
            case EnrolmentRefusal.AgentIdTaken c -> 409;
            case EnrolmentRefusal.BedRetired c -> 409;
            case EnrolmentRefusal.BedInUse c -> 409;
            case EnrolmentRefusal.Undelivered c -> 409;
        };
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
