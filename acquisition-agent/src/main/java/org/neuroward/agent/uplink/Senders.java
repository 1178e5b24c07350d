package org.neuroward.agent.uplink;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.spool.SpooledRecording;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Welcome;

/** What is being sent over one connection: a sender for each recording that the server takes. */
final class Senders implements Closeable {

    /** A running recording of which more than this waits is not sent as it comes: about two seconds. */
    private static final long FRAMES_OF_A_MOMENT = 40;

    private static final System.Logger LOG = System.getLogger(Senders.class.getName());

    private final Spool spool;
    private final UplinkListener listener;
    private final Map<UUID, FrameSender> senders = new LinkedHashMap<>();
    private final Map<UUID, Long> durable = new LinkedHashMap<>();
    private final Set<UUID> declined = new HashSet<>();

    /** @param announced recordings that the hello named; one that the welcome does not mention is not wanted */
    Senders(Spool spool, UplinkListener listener, Set<UUID> announced, Welcome welcome) {
        this.spool = spool;
        this.listener = listener;
        declined.addAll(announced);
        for (Ack ack : welcome.durable()) {
            declined.remove(ack.recordingId());
            durable.put(ack.recordingId(), ack.nextFrame());
        }
        for (UUID recordingId : declined) {
            LOG.log(Level.WARNING, "the server does not take recording {0}: it stays in the spool", recordingId);
            listener.uploaded(recordingId);
        }
        durable.forEach(this::report);
        for (SpooledRecording recording : spool.recordings()) {
            if (recording.isDiverged() && declined.add(recording.recordingId())) {
                listener.uploaded(recording.recordingId());
            }
        }
    }

    /** The recordings that are here and that the server does not take. */
    Set<UUID> declined() {
        return Set.copyOf(declined);
    }

    /** Frames of all wanted recordings that are not durable on the server. */
    long backlog() {
        long frames = 0;
        for (SpooledRecording recording : spool.recordings()) {
            if (!declined.contains(recording.recordingId())) {
                frames += Math.max(0, recording.frames() - durable.getOrDefault(recording.recordingId(), 0L));
            }
        }
        return frames;
    }

    /** True while the running recording is not sent as it comes. */
    boolean behind() {
        for (FrameSender sender : senders.values()) {
            if (!sender.recording().ended() && sender.unsent() > FRAMES_OF_A_MOMENT) {
                return true;
            }
        }
        return false;
    }

    void acknowledged(Ack ack) {
        durable.merge(ack.recordingId(), ack.nextFrame(), Math::max);
        report(ack.recordingId(), ack.nextFrame());
    }

    private void report(UUID recordingId, long nextFrame) {
        spool.acknowledged(recordingId, nextFrame);
        for (SpooledRecording recording : spool.recordings()) {
            if (recording.recordingId().equals(recordingId) && recording.ended() && nextFrame >= recording.frames()) {
                listener.uploaded(recordingId);
            }
        }
    }

    /** Removes a recording that the server has sealed. */
    void sealed(UUID recordingId) throws IOException {
        FrameSender sender = senders.remove(recordingId);
        if (sender != null) {
            sender.close();
        }
        spool.sealed(recordingId);
        LOG.log(Level.INFO, "recording {0} is sealed on the server", recordingId);
    }

    /** Sends a few frames of each recording, first of the one that runs; true when something was sent. */
    boolean sendSome(Connection connection) throws IOException {
        boolean sent = false;
        for (boolean ended : new boolean[] {false, true}) {
            for (SpooledRecording recording : spool.recordings()) {
                if (recording.ended() == ended && !declined.contains(recording.recordingId())) {
                    sent |= sender(recording).sendSome(connection);
                }
            }
        }
        return sent;
    }

    private FrameSender sender(SpooledRecording recording) throws IOException {
        FrameSender known = senders.get(recording.recordingId());
        if (known != null && known.recording() == recording) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        long from = Math.min(durable.getOrDefault(recording.recordingId(), 0L), recording.frames());
        var sender = new FrameSender(recording, from);
        senders.put(recording.recordingId(), sender);
        return sender;
    }

    @Override
    public void close() throws IOException {
        for (FrameSender sender : senders.values()) {
            sender.close();
        }
    }
}
