package org.neuroward.clinic.ingest;

import io.grpc.ServerCall;
import io.grpc.Status;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.neuroward.clinic.fleet.AgentLink;
import org.neuroward.wire.FrameException;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.RefusalCode;
import org.neuroward.wire.WireCodec;
import org.neuroward.wire.WireException;

/** One stream of one agent, from its hello to its end. gRPC calls it one message at a time. */
final class AgentConnection extends ServerCall.Listener<byte[]> {

    private static final int HELLO_SECONDS = 10;

    private final Reception reception;
    private final FrameDesk frames;
    private final AgentOutbound outbound;
    private final Windows windows;
    private final Credit credit;
    private final AtomicBoolean left = new AtomicBoolean();
    private volatile Optional<AgentLink> link = Optional.empty();
    private volatile boolean heard;
    private volatile boolean refused;

    AgentConnection(Reception reception, FrameDesk frames, Windows windows, AgentOutbound outbound) {
        this.reception = reception;
        this.frames = frames;
        this.windows = windows;
        this.outbound = outbound;
        this.credit = new Credit(windows, outbound::request);
        credit.first();
        CompletableFuture.delayedExecutor(HELLO_SECONDS, TimeUnit.SECONDS).execute(this::requireHello);
    }

    /** Who says nothing holds no connection. */
    private void requireHello() {
        if (!heard) {
            outbound.close(Status.UNAUTHENTICATED.withDescription("no hello came within " + HELLO_SECONDS + " s"));
        }
    }

    @Override
    public void onMessage(byte[] bytes) {
        if (refused) {
            return;
        }
        heard = true;
        try {
            FromAgent message = WireCodec.decodeFromAgent(bytes);
            if (link.isPresent()) {
                link.get().heard();
                take(link.get(), message);
            } else {
                welcome(message);
            }
        } catch (WireException | FrameException e) {
            refuse(RefusalCode.DAMAGED_FRAME, e.getMessage());
        } catch (AgentRefused e) {
            refuse(e.code(), e.getMessage());
        } catch (IOException e) {
            Log.error("an agent's message cannot be stored", e);
            refuse(RefusalCode.STORAGE_FAILED, "the server cannot store now");
        }
    }

    private void welcome(FromAgent message) throws AgentRefused, IOException {
        if (!(message instanceof Hello hello)) {
            throw new AgentRefused(RefusalCode.UNKNOWN_AGENT, "the first message must be a hello");
        }
        AgentLink arrived = reception.receive(hello, outbound, this::close);
        link = Optional.of(arrived);
        credit.used();
    }

    private void take(AgentLink from, FromAgent message) throws AgentRefused, IOException {
        switch (message) {
            case FrameMessage frame -> {
                frames.take(from, frame.frame(), credit::used);
                return;
            }
            case Preview preview -> frames.preview(from, preview);
            case State state -> reception.changed(from, state);
            case FromAgent.Status status -> {
                from.heartbeat(status);
                outbound.send(timeAnswer(status));
            }
            case FromAgent.ImpedanceReading reading -> from.contacts().take(reading.electrodes());
            case CommandDone done -> from.answered(done);
            case Hello again -> throw new AgentRefused(RefusalCode.UNKNOWN_AGENT, "a second hello on one connection");
        }
        credit.used();
    }

    /** Received and sent are one instant here: nothing happens in between. */
    private static FromServer.TimeAnswer timeAnswer(FromAgent.Status status) {
        Instant now = Instant.now();
        long epochNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        return new FromServer.TimeAnswer(status.agentNanos(), epochNanos, epochNanos);
    }

    private void refuse(RefusalCode code, String sentence) {
        refused = true;
        reception.refused(link, code, sentence);
        outbound.send(new FromServer.Refused(code, sentence));
        outbound.close(statusOf(code).withDescription(sentence));
    }

    /** Ends the connection from the server's side. */
    private void close(RefusalCode why) {
        refuse(why, "the server has closed the connection");
    }

    private static Status statusOf(RefusalCode code) {
        return switch (code) {
            case UNKNOWN_AGENT, WRONG_SECRET -> Status.UNAUTHENTICATED;
            case UNSUPPORTED_WIRE_VERSION -> Status.UNIMPLEMENTED;
            case REPLACED -> Status.ABORTED;
            case DAMAGED_FRAME -> Status.DATA_LOSS;
            case WRONG_INDEX -> Status.OUT_OF_RANGE;
            case UNKNOWN_SESSION -> Status.PERMISSION_DENIED;
            case STORAGE_FAILED -> Status.UNAVAILABLE;
        };
    }

    @Override
    public void onReady() {
        outbound.ready();
    }

    @Override
    public void onHalfClose() {
        leave();
        outbound.close(Status.OK);
    }

    @Override
    public void onCancel() {
        leave();
    }

    @Override
    public void onComplete() {
        leave();
    }

    private void leave() {
        if (left.compareAndSet(false, true)) {
            windows.leave();
        }
        link.ifPresent(reception::left);
        link = Optional.empty();
    }
}
