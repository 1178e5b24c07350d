package org.neuroward.agent;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.spool.SpooledRecording;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.RecordingIds;

/** Begins recordings on the bedside disk, and takes up again the one that an earlier run of the agent left open. */
final class Recordings {

    private final Spool spool;
    private final SessionNotes notes;
    private final RecordingIds ids;
    private final HostClock clock;
    private final Clocks clocks;

    Recordings(Spool spool, SessionNotes notes, RecordingIds ids, HostClock clock, Clocks clocks) {
        this.spool = spool;
        this.notes = notes;
        this.ids = ids;
        this.clock = clock;
        this.clocks = clocks;
    }

    HostClock clock() {
        return clock;
    }

    /** Why no recording may begin; empty when one may. */
    Optional<CommandRefusal> findRefusal() {
        return spool.takesRecordings() ? Optional.empty() : Optional.of(CommandRefusal.DISK_LOW);
    }

    /** @throws IOException when no disk takes it */
    RunningRecording begin(Description description, List<PlannedBlock> plan) throws IOException {
        var time = new FrameTime(0, clock.nanos());
        SessionNote note = SessionNote.begin(plan, clock);
        var id = ids.next();
        notes.write(id, note);
        SpooledRecording spooled = spool.begin(id, description, time);
        Standing nothing = Standing.nothing(description, time);
        return new RunningRecording(new Recorder(spooled, nothing, note, clock, clocks), nothing, note);
    }

    /** The recording that was left open; should there be several, the older ones are ended. */
    Optional<RunningRecording> takeUp() {
        Optional<RunningRecording> newest = Optional.empty();
        for (SpooledRecording spooled : spool.recordings().reversed()) {
            if (newest.isEmpty()) {
                newest = spooled.resumable().map(resumable -> open(spooled, Standing.of(resumable)));
            } else if (!spooled.ended()) {
                spool.end(spooled, EndReason.AGENT_RESTARTED);
                notes.remove(spooled.recordingId());
            }
        }
        return newest;
    }

    private RunningRecording open(SpooledRecording spooled, Standing standing) {
        SessionNote note = notes.find(spooled.recordingId()).orElseGet(SessionNote::unknown);
        return new RunningRecording(new Recorder(spooled, standing, note, clock, clocks), standing, note);
    }

    void ended(RunningRecording running) {
        notes.remove(running.id());
    }

    /** Someone wants it to end: known even to the next run of the agent. */
    RunningRecording stopping(RunningRecording running) {
        return noting(running, running.note().stopping());
    }

    /** Its amplifier was placed: from now on time counts in this run of the computer, and by this counter of the device. */
    RunningRecording placed(RunningRecording running, OptionalLong counterOffset) {
        SessionNote note = running.note().takenUp(clock);
        return noting(running, counterOffset.isPresent() ? note.counting(counterOffset.getAsLong()) : note);
    }

    private RunningRecording noting(RunningRecording running, SessionNote note) {
        notes.write(running.id(), note);
        return new RunningRecording(running.recorder(), running.standing(), note);
    }
}
