package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.neuroward.clinic.fleet.AgentLink;
import org.neuroward.clinic.fleet.AgentLinks;
import org.neuroward.clinic.session.Outcome.Done;
import org.neuroward.clinic.session.Outcome.Refused;
import org.neuroward.protocol.Procedure;
import org.neuroward.protocol.Procedures;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.PatientClaim;

/** What a person may do with a session: noted in the database first, then asked of the agent. */
@ApplicationScoped
class SessionCommands {

    private static final int LONGEST_MARKER = 200;
    private static final String ONE_ACTIVE_PER_BED = "session_one_active_per_bed";

    private final SessionWishes wishes;
    private final Sessions sessions;
    private final AgentLinks links;
    private final SessionClaims claims;

    SessionCommands(SessionWishes wishes, Sessions sessions, AgentLinks links, SessionClaims claims) {
        this.wishes = wishes;
        this.sessions = sessions;
        this.links = links;
        this.claims = claims;
    }

    Outcome prepare(UUID orderId, UUID bedId, String variant, UUID by) {
        Optional<Procedure> procedure = Procedures.find(variant);
        if (procedure.isEmpty()) {
            return new Refused(new Refusal.VariantUnknown(variant));
        }
        Outcome outcome = prepare(new Preparation(orderId, bedId, procedure.get(), by));
        if (outcome instanceof Done done) {
            linkOf(done.sessionId()).ifPresent(link -> {
                link.contacts().clear();
                link.command(id -> new FromServer.Prepare(id, done.sessionId()));
            });
        }
        return outcome;
    }

    private Outcome prepare(Preparation wish) {
        try {
            return wishes.prepare(wish);
        } catch (ConstraintViolationException e) {
            Optional<BedSession> holder = sessions.activeAt(wish.bedId());
            if (!ONE_ACTIVE_PER_BED.equals(e.getConstraintName()) || holder.isEmpty()) {
                throw e;
            }
            return new Refused(
                    new Refusal.BedBusy(holder.get().bedName(), holder.get().id()));
        }
    }

    Outcome start(UUID sessionId) {
        Outcome noted = wishes.start(sessionId);
        if (noted instanceof Refused) {
            return noted;
        }
        List<PlannedBlock> plan = planOf(sessions.get(sessionId));
        Optional<PatientClaim> claim = Optional.of(claims.of(sessionId));
        linkOf(sessionId).ifPresent(link -> link.contacts().measuring(false));
        Outcome outcome = ask(sessionId, id -> new FromServer.Start(id, sessionId, plan, claim));
        if (outcome instanceof Refused refused && refused.why() instanceof Refusal.AgentFailed) {
            wishes.startFailed(sessionId);
        }
        return outcome;
    }

    private static List<PlannedBlock> planOf(BedSession session) {
        return Procedures.find(session.variant()).orElseThrow().blocks().stream()
                .map(block -> new PlannedBlock(block.annotation(), block.seconds()))
                .toList();
    }

    /** @param text kept in the recording as it is; control characters are refused */
    Outcome mark(UUID sessionId, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_MARKER
                || stripped.chars().anyMatch(Character::isISOControl)) {
            return new Refused(new Refusal.MarkerUnusable(LONGEST_MARKER));
        }
        Outcome noted = wishes.mark(sessionId);
        return noted instanceof Refused ? noted : ask(sessionId, id -> new FromServer.Marker(id, stripped));
    }

    Outcome measure(UUID sessionId, boolean on) {
        Outcome noted = wishes.measure(sessionId, on);
        if (noted instanceof Refused) {
            return noted;
        }
        Outcome outcome = ask(sessionId, id -> new FromServer.MeasureImpedance(id, on));
        linkOf(sessionId).ifPresent(link -> link.contacts().measuring(on && outcome instanceof Done));
        return outcome;
    }

    Outcome stop(UUID sessionId) {
        Outcome noted = wishes.stop(sessionId);
        if (noted instanceof Refused || linkOf(sessionId).isEmpty()) {
            return noted;
        }
        return switch (ask(sessionId, FromServer.Stop::new)) {
            // What the agent does not answer now, it is asked again when it comes back.
            case Refused refused -> noted;
            case Done done -> done;
        };
    }

    Outcome cancel(UUID sessionId) {
        Outcome outcome = wishes.cancel(sessionId);
        if (outcome instanceof Done) {
            linkOf(sessionId).ifPresent(link -> link.command(FromServer.Release::new));
        }
        return outcome;
    }

    private Outcome ask(UUID sessionId, Function<UUID, FromServer> command) {
        BedSession session = sessions.get(sessionId);
        Optional<AgentLink> link = links.find(session.agentId());
        if (link.isEmpty()) {
            return new Refused(new Refusal.AgentAway(session.bedName()));
        }
        CompletableFuture<Optional<CommandRefusal>> answer = link.get().command(command);
        try {
            return answer.join()
                    .<Outcome>map(why -> new Refused(new Refusal.AgentFailed(session.bedName(), why)))
                    .orElseGet(() -> new Done(sessionId, true));
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return new Refused(new Refusal.AgentSilent(session.bedName()));
            }
            throw e;
        }
    }

    private Optional<AgentLink> linkOf(UUID sessionId) {
        return links.find(sessions.get(sessionId).agentId());
    }
}
