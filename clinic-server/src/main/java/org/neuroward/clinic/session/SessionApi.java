package org.neuroward.clinic.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.access.CurrentUser;
import org.neuroward.clinic.web.Language;

/** Sessions for the pages at the bed. */
@Path("/api/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class SessionApi {

    private final SessionCommands commands;
    private final HandEnding handEnding;
    private final Sessions sessions;
    private final SessionStatuses statuses;
    private final CurrentUser user;
    private final Language language;

    SessionApi(
            SessionCommands commands,
            HandEnding handEnding,
            Sessions sessions,
            SessionStatuses statuses,
            CurrentUser user,
            Language language) {
        this.commands = commands;
        this.handEnding = handEnding;
        this.sessions = sessions;
        this.statuses = statuses;
        this.user = user;
        this.language = language;
    }

    /** What is asked for when a bed is taken; ids are read as text, so that a wrong one is an unknown one. */
    public record Wish(String orderId, String bedId, String variant) {}

    public record MarkerText(String text) {}

    public record EndReason(String reason) {}

    /** @param sessionId the session that is in the way, if there is one */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Told(String code, String sentence, Optional<UUID> sessionId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response prepare(Wish wish) {
        Optional<UUID> order = id(wish == null ? null : wish.orderId());
        Optional<UUID> bed = id(wish == null ? null : wish.bedId());
        if (order.isEmpty()) {
            return refused(new Refusal.OrderUnknown());
        }
        if (bed.isEmpty()) {
            return refused(new Refusal.BedUnknown());
        }
        String variant = Optional.ofNullable(wish.variant()).orElse("");
        return answer(commands.prepare(order.get(), bed.get(), variant, user.id()), Response.Status.CREATED);
    }

    @GET
    @Path("{id}")
    public Response status(@PathParam("id") String id) {
        return id(id).flatMap(sessions::find)
                .map(session -> Response.ok(statuses.of(session)).build())
                .orElseGet(() -> refused(new Refusal.SessionUnknown()));
    }

    @POST
    @Path("{id}/start")
    public Response start(@PathParam("id") String id) {
        return answer(id(id).map(commands::start));
    }

    @POST
    @Path("{id}/marker")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response mark(@PathParam("id") String id, MarkerText marker) {
        String text = marker == null || marker.text() == null ? "" : marker.text();
        return answer(id(id).map(session -> commands.mark(session, text)));
    }

    @POST
    @Path("{id}/stop")
    public Response stop(@PathParam("id") String id) {
        return answer(id(id).map(commands::stop));
    }

    @POST
    @Path("{id}/cancel")
    public Response cancel(@PathParam("id") String id) {
        return answer(id(id).map(commands::cancel));
    }

    /** Ends a session whose agent does not come back. */
    @POST
    @Path("{id}/end-by-hand")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response endByHand(@PathParam("id") String id, EndReason reason) {
        String why = reason == null || reason.reason() == null ? "" : reason.reason();
        return answer(id(id).map(session -> handEnding.end(session, user.id(), why)));
    }

    private Response answer(Optional<Outcome> outcome) {
        return outcome.map(known -> answer(known, Response.Status.OK))
                .orElseGet(() -> refused(new Refusal.SessionUnknown()));
    }

    private Response answer(Outcome outcome, Response.Status whenDone) {
        return switch (outcome) {
            case Outcome.Done done ->
                Response.status(done.confirmed() ? whenDone : Response.Status.ACCEPTED)
                        .entity(statuses.of(done.sessionId()))
                        .build();
            case Outcome.Refused refused -> refused(refused.why());
        };
    }

    private Response refused(Refusal why) {
        return refused(why, language.locale());
    }

    static Response refused(Refusal why, Locale locale) {
        var told = new Told(why.code(), RefusalSentences.say(why, locale), inTheWay(why));
        return Response.status(statusOf(why)).entity(told).build();
    }

    private static Optional<UUID> inTheWay(Refusal why) {
        return switch (why) {
            case Refusal.BedBusy busy -> Optional.of(busy.sessionId());
            case Refusal.OrderBusy busy -> Optional.of(busy.sessionId());
            case Refusal other -> Optional.empty();
        };
    }

    private static int statusOf(Refusal why) {
        return switch (why) {
            case Refusal.OrderUnknown u -> 404;
            case Refusal.BedUnknown u -> 404;
            case Refusal.SessionUnknown u -> 404;
            case Refusal.VariantUnknown u -> 422;
            case Refusal.MarkerUnusable u -> 422;
            case Refusal.AgentAway u -> 503;
            case Refusal.AgentSilent u -> 503;
            case Refusal.OrderNotOpen c -> 409;
            case Refusal.IdentityUnconfirmed c -> 409;
            case Refusal.BedBusy c -> 409;
            case Refusal.OrderBusy c -> 409;
            case Refusal.AgentFailed c -> 409;
            case Refusal.AlreadyRecording c -> 409;
            case Refusal.AlreadyOver c -> 409;
            case Refusal.NotRecording c -> 409;
            case Refusal.AgentThere c -> 409;
            case Refusal.ReasonMissing u -> 422;
        };
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
