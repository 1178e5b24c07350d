package org.neuroward.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.neuroward.agent.spool.StoredRecording;
import org.neuroward.edf.EdfCopy;
import org.neuroward.edf.EdfFormatException;
import org.neuroward.signal.Gap;
import org.neuroward.wire.LogRecording;

/**
 * The sub-commands {@code recordings} and {@code export}: what a bed has recorded, and a file of it at any instant, also while
 * the agent records it, without the server, and of a damaged log as far as it is sound.
 */
final class SpoolCommands {

    /** First words of the command line that are meant for this class. */
    static final Set<String> COMMANDS = Set.of("recordings", "export");

    private static final Set<String> OPTIONS = Set.of("--data", "--spare-data", "--recording");
    private static final String NO_PSEUDONYM = "X";
    private static final int FAILED = 2;

    private final PrintStream out;
    private final Locale locale;
    private final Map<String, String> given = new HashMap<>();
    private final List<String> files = new ArrayList<>();

    private SpoolCommands(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    /** Exit code; everything that is wrong is one sentence on {@code err}. */
    static int run(String[] arguments, PrintStream out, PrintStream err, Locale locale) {
        var commands = new SpoolCommands(out, locale);
        try {
            commands.parse(arguments);
            if (arguments[0].equals("recordings")) {
                commands.list();
            } else {
                commands.export();
            }
            return 0;
        } catch (StartException e) {
            err.println(e.sentence(locale));
        } catch (IOException e) {
            err.println(StartException.sentence("disk.failed", new Object[] {e.getMessage()}, locale));
        }
        return FAILED;
    }

    private void parse(String... arguments) throws StartException {
        boolean export = arguments[0].equals("export");
        String usage = export ? "export.usage" : "recordings.usage";
        for (int i = 1; i < arguments.length; i++) {
            boolean option = OPTIONS.contains(arguments[i]) && (export || !arguments[i].equals("--recording"));
            if (option && i + 1 < arguments.length) {
                given.put(arguments[i], arguments[++i]);
            } else if (export && !arguments[i].startsWith("--")) {
                files.add(arguments[i]);
            } else {
                throw new StartException(usage, arguments[i]);
            }
        }
        if (!given.containsKey("--data") || files.size() != (export ? 1 : 0)) {
            throw new StartException(usage, String.join(" ", arguments));
        }
    }

    private static Path path(String text) throws StartException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new StartException("file.unreadable", text);
        }
    }

    private List<StoredRecording> recordings() throws StartException, IOException {
        Path data = path(given.get("--data"));
        if (!Files.isDirectory(data)) {
            throw new StartException("file.unreadable", data);
        }
        var logs = new ArrayList<Path>();
        logs.add(DataFolder.spoolOf(data));
        if (given.containsKey("--spare-data")) {
            logs.add(DataFolder.spoolOf(path(given.get("--spare-data"))));
        }
        List<StoredRecording> found = StoredRecording.list(logs);
        if (found.isEmpty()) {
            throw new StartException("recordings.none", data);
        }
        return found;
    }

    private void list() throws StartException, IOException {
        boolean agentRuns = DataFolder.isHeld(path(given.get("--data")));
        for (StoredRecording stored : recordings()) {
            out.println(describe(stored, agentRuns));
        }
    }

    private String describe(StoredRecording stored, boolean agentRuns) {
        try (LogRecording recording = stored.open(ZoneId.systemDefault())) {
            long gapSamples = recording.gaps(0).stream().mapToLong(Gap::count).sum();
            String line = say(
                    "recordings.line",
                    stored.recordingId(),
                    recording.startTime().orElseThrow().withNano(0),
                    clock(recording.duration()),
                    state(stored, recording, agentRuns),
                    recording.gaps(0).size(),
                    gapSamples,
                    Math.min(stored.acknowledgedFrames(), recording.frames()),
                    recording.frames());
            return recording.damages() == 0 ? line : line + say("recordings.damaged", recording.damages());
        } catch (IOException e) {
            return say("recordings.unreadable", stored.recordingId(), e.getMessage());
        }
    }

    private String state(StoredRecording stored, LogRecording recording, boolean agentRuns) {
        if (stored.sealedSince().isPresent()) {
            return say("recordings.sealed", stored.sealedSince().get());
        }
        if (recording.end().isPresent()) {
            return say("recordings.ended");
        }
        return say(agentRuns ? "recordings.running" : "recordings.open");
    }

    private void export() throws StartException, IOException {
        Path file = path(files.getFirst());
        boolean bits24 = file.toString().toLowerCase(Locale.ROOT).endsWith(".bdf");
        if (!bits24 && !file.toString().toLowerCase(Locale.ROOT).endsWith(".edf")) {
            throw new StartException("export.form", file);
        }
        if (Files.exists(file)) {
            throw new StartException("export.exists", file);
        }
        StoredRecording stored = chosen();
        try (LogRecording recording = stored.open(ZoneId.systemDefault())) {
            EdfCopy.write(recording, bits24, NO_PSEUDONYM, file);
            out.println(say("export.done", file, stored.recordingId(), clock(recording.duration())));
            if (recording.damages() > 0) {
                out.println(say("export.damaged", recording.damages()));
            }
        } catch (EdfFormatException e) {
            throw new StartException(bits24 ? "export.unfit" : "export.unfit-edf", file, e.getMessage());
        }
    }

    /** The one that was named, else the newest. */
    private StoredRecording chosen() throws StartException, IOException {
        String id = given.get("--recording");
        List<StoredRecording> found = recordings();
        if (id == null) {
            return found.getLast();
        }
        return found.stream()
                .filter(stored -> stored.recordingId().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new StartException("export.unknown", id));
    }

    private static String clock(Duration length) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    private String say(String key, Object... facts) {
        return StartException.sentence(key, facts, locale);
    }
}
