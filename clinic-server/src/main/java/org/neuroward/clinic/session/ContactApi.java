package org.neuroward.clinic.session;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.fleet.AgentLinks;
import org.neuroward.clinic.fleet.Contacts;
import org.neuroward.clinic.web.Language;

/** Impedances of a session's electrodes, for the page at the bed: measured by the amplifier, never guessed from the signal. */
@Path("/api/sessions/{id}/impedance")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class ContactApi {

    private final SessionCommands commands;
    private final Sessions sessions;
    private final AgentLinks links;
    private final Language language;

    ContactApi(SessionCommands commands, Sessions sessions, AgentLinks links, Language language) {
        this.commands = commands;
        this.sessions = sessions;
        this.links = links;
        this.language = language;
    }

    /** @param on whether to begin or to end */
    public record Wish(boolean on) {}

    /** @param cap by whose limits they are judged; an unknown one is taken for the strictest */
    @GET
    public Response look(@PathParam("id") String id, @QueryParam("cap") @DefaultValue("cup") String cap) {
        CapKind kind = CapKind.find(cap).orElse(CapKind.CUP);
        return SessionApi.id(id)
                .flatMap(sessions::find)
                .map(session -> Response.ok(report(session, kind)).build())
                .orElseGet(() -> SessionApi.refused(new Refusal.SessionUnknown(), language.locale()));
    }

    private ContactReport report(BedSession session, CapKind kind) {
        Optional<Contacts> contacts =
                session.active() ? links.find(session.agentId()).map(link -> link.contacts()) : Optional.empty();
        return ContactReport.of(
                contacts.map(Contacts::readings).orElse(List.of()),
                contacts.map(Contacts::measuring).orElse(false),
                kind);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response measure(@PathParam("id") String id, Wish wish) {
        Optional<UUID> session = SessionApi.id(id);
        if (session.isEmpty() || wish == null) {
            return SessionApi.refused(new Refusal.SessionUnknown(), language.locale());
        }
        return switch (commands.measure(session.get(), wish.on())) {
            case Outcome.Done done ->
                Response.ok(report(sessions.get(done.sessionId()), CapKind.CUP)).build();
            case Outcome.Refused refused -> SessionApi.refused(refused.why(), language.locale());
        };
    }
}
