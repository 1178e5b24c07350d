package org.neuroward.clinic.ingest;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.neuroward.clinic.session.BedInTest;
import org.neuroward.drill.Technician;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromServer.Prepare;
import org.neuroward.wire.FromServer.Start;
import org.neuroward.wire.FromServer.Welcome;

/** A bed with an agent that does just what it is told, and the technician who works at it. */
public final class SessionAtBed {

    private final BedInTest given;
    private final int port;
    private final URI address;
    private final String name;
    private final UUID bedId;
    private Technician technician;
    private UUID technicianId;
    private Start lastStart;

    public SessionAtBed(BedInTest given, int port, URI address, String name) {
        this.given = given;
        this.port = port;
        this.address = address;
        this.name = name;
        this.bedId = given.bed(name);
    }

    public UUID bedId() {
        return bedId;
    }

    /** A connection of the bed's agent, idle and welcome. */
    public WireAgent agent() throws InterruptedException {
        var agent = new WireAgent(port);
        agent.send(WireAgent.hello(name, BedInTest.SECRET));
        agent.await(Welcome.class);
        agent.send(new State(AgentState.IDLE, ""));
        given.awaitConnected(bedId);
        return agent;
    }

    /** A connection of the bed's agent after it was enrolled for another bed; it records on. */
    public WireAgent movedTo(String otherBed) throws InterruptedException {
        UUID other = given.bedOf(otherBed, name);
        var agent = new WireAgent(port);
        agent.send(WireAgent.hello(name, BedInTest.SECRET));
        agent.await(Welcome.class);
        agent.send(new State(AgentState.RECORDING, ""));
        given.awaitConnected(other);
        return agent;
    }

    public Technician technician() throws IOException, InterruptedException {
        if (technician == null) {
            technicianId = given.technician(name);
            technician = Technician.signedIn(address, name, BedInTest.PASSWORD);
        }
        return technician;
    }

    /** An order with its patient's identity confirmed. */
    public UUID order() throws IOException, InterruptedException {
        technician();
        return given.order(technicianId);
    }

    /** A session that the agent shows the signal of. */
    public UUID prepared(WireAgent agent) throws IOException, InterruptedException {
        Technician.Answer prepared = technician().prepare(order(), bedId, "resting-eeg/short");
        if (prepared.status() != 201) {
            throw new AssertionError("the session was not prepared: " + prepared);
        }
        Prepare prepare = agent.await(Prepare.class);
        agent.send(new State(AgentState.PREPARED, "")).send(new CommandDone(prepare.commandId(), Optional.empty()));
        technician().awaitState(prepared.text("id"), "prepared");
        return UUID.fromString(prepared.text("id"));
    }

    /** A session whose start the agent has confirmed, and whose first frame has not been sent. */
    public UUID started(WireAgent agent) throws IOException, InterruptedException {
        UUID session = prepared(agent);
        Technician asking = technician();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var answer = CompletableFuture.supplyAsync(() -> ask(asking, session), threads);
            Start start = agent.await(Start.class);
            lastStart = start;
            agent.send(new CommandDone(start.commandId(), Optional.empty())).send(new State(AgentState.RECORDING, ""));
            if (answer.join().status() != 200) {
                throw new AssertionError("the session did not start: " + answer.join());
            }
        }
        return session;
    }

    /** What the agent was last told to begin. */
    public Start lastStart() {
        return lastStart;
    }

    private static Technician.Answer ask(Technician technician, UUID session) {
        try {
            return technician.ask(session.toString(), "start");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
