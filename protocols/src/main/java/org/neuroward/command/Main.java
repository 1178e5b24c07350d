package org.neuroward.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The researcher's command line. Exit codes: 0 done, 2 failed with one sentence on standard error. */
public final class Main {

    private static final int FAILED = 2;
    private static final List<Command> COMMANDS = List.of(
            new BidsCommand(),
            new DeidentifyCommand(),
            new EdfCommand(),
            new FeaturesCommand(),
            new RecordingCommand(),
            new ScoreCommand(),
            new SpectrumCommand());

    private Main() {}

    public static void main(String[] arguments) {
        Locale locale = TerminalLanguage.of(System.getenv(), System.getProperty("user.language", ""));
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exitCode = run(List.of(arguments), new Console(out, err, locale));
        out.flush();
        System.exit(exitCode);
    }

    static int run(List<String> arguments, Console console) {
        try {
            return command(arguments).run(arguments.subList(1, arguments.size()), console);
        } catch (CommandFailure failure) {
            console.err().println(oneLine(failure.sentence(console.locale())));
        } catch (RuntimeException fault) {
            // The last edge before the user: a fault of ours is still one sentence, and names what to report.
            console.err().println(oneLine(console.messages().text("fault", fault)));
        }
        return FAILED;
    }

    private static Command command(List<String> arguments) throws CommandFailure {
        Map<String, Command> byName = COMMANDS.stream().collect(Collectors.toMap(Command::name, command -> command));
        String known = COMMANDS.stream().map(Command::name).collect(Collectors.joining(", "));
        if (arguments.isEmpty()) {
            throw CommandFailure.of("command.missing", known);
        }
        if (!byName.containsKey(arguments.getFirst())) {
            throw CommandFailure.of("command.unknown", arguments.getFirst(), known);
        }
        return byName.get(arguments.getFirst());
    }

    /** Control characters, for example of a file name, must neither break the line nor command the terminal. */
    static String oneLine(String sentence) {
        return sentence.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
