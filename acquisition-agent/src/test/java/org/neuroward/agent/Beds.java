package org.neuroward.agent;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import org.neuroward.agent.clock.ServerFit;
import org.neuroward.agent.operator.LiveTrace;
import org.neuroward.agent.spool.Spool;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.RecordingIds;

/** Beds whose steps are taken by the test itself, at once. */
final class Beds {

    private Beds() {}

    /** @param folder where the notes lie */
    static Bed bed(Scripted amplifier, Spool spool, Path folder, Consumer<FromAgent> server) {
        var clocks = new Clocks(amplifier, new ServerFit(), true);
        var attached = new AttachedAmplifier(amplifier, amplifier, clocks, new LiveTrace(), Runnable::run);
        var ids = new RecordingIds(amplifier::wall, new Random(1));
        var notes = new SessionNotes(folder.resolve("sessions"));
        var recordings = new Recordings(spool, notes, ids, amplifier, clocks);
        return new Bed(attached, recordings, new Outlets(server, () -> false));
    }
}
