package org.neuroward.agent;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromServer;

/**
 * Carries out what the server says, and answers. A command that comes again gets its first answer again: the server may not
 * have heard it. Belongs to the agent's thread.
 */
final class Commands {

    private static final System.Logger LOG = System.getLogger(Commands.class.getName());
    private static final int COMMANDS_REMEMBERED = 64;

    private final Bed bed;
    private final Consumer<FromAgent> answers;
    private final Map<UUID, Optional<CommandRefusal>> answered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Optional<CommandRefusal>> eldest) {
            return size() > COMMANDS_REMEMBERED;
        }
    };

    Commands(Bed bed, Consumer<FromAgent> answers) {
        this.bed = bed;
        this.answers = answers;
    }

    private void obey(UUID commandId, Supplier<Optional<CommandRefusal>> command) {
        Optional<CommandRefusal> refusal = answered.get(commandId);
        if (refusal == null) {
            refusal = command.get();
            answered.put(commandId, refusal);
        }
        refusal.ifPresent(why -> LOG.log(Level.WARNING, "a command of the server was refused: {0}", why));
        answers.accept(new CommandDone(commandId, refusal));
    }

    void obey(FromServer message) {
        switch (message) {
            case FromServer.Prepare prepare -> obey(prepare.commandId(), () -> bed.prepare(prepare));
            case FromServer.Start start -> obey(start.commandId(), () -> bed.start(start));
            case FromServer.Marker marker -> obey(marker.commandId(), () -> bed.marker(marker.text()));
            case FromServer.Stop stop -> obey(stop.commandId(), bed::stop);
            case FromServer.Release release -> obey(release.commandId(), bed::release);
            case FromServer.MeasureImpedance measure ->
                obey(measure.commandId(), () -> bed.measureImpedance(measure.on()));
            case FromServer.TimeAnswer notACommand -> {}
            case FromServer.Welcome notACommand -> {}
            case FromServer.Ack notACommand -> {}
            case FromServer.Sealed notACommand -> {}
            case FromServer.Refused notACommand -> {}
        }
    }
}
