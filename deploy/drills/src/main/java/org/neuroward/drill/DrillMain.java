package org.neuroward.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** {@code ./neuroward drill NAME}: runs one drill and says whether it met its target. */
public final class DrillMain {

    private static final int MISSED = 1;
    private static final int MISUSED = 2;

    private DrillMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(drills(), arguments, System.out, System.err));
    }

    /** All drills, as {@code META-INF/services} names them: each is a package of its own that this one does not know. */
    private static List<Drill> drills() {
        return ServiceLoader.load(Drill.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Drill::name))
                .toList();
    }

    /** Exit code: 0 when the target was met, 1 when not, 2 when nothing could be run. */
    static int run(List<Drill> drills, String[] arguments, PrintStream out, PrintStream err)
            throws InterruptedException {
        Optional<Drill> chosen = drills.stream()
                .filter(drill -> arguments.length > 0 && drill.name().equals(arguments[0]))
                .findFirst();
        if (chosen.isEmpty()) {
            err.println(usage(drills));
            return MISUSED;
        }
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            return run(chosen.get(), rest, out, err);
        } catch (IllegalArgumentException | IOException e) {
            err.println("neuroward: " + e.getMessage());
            return MISUSED;
        }
    }

    private static int run(Drill drill, String[] rest, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        Path folder = Home.folder().resolve("target/drills").resolve(drill.name());
        DrillOptions options = DrillOptions.parse(drill, folder, err, rest);
        WorkFolder.make(options.folder());
        out.println(command(drill, options));
        long began = System.nanoTime();
        DrillReport report = drill.run(options);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        out.println(circumstances(took));
        report.tables().forEach(table -> out.println(options.markdown() ? table.markdown() : table.text()));
        if (report.met()) {
            WorkFolder.remove(options.folder());
            return 0;
        }
        err.println("neuroward: the drill missed its target; what it left lies in " + options.folder());
        return MISSED;
    }

    /** The command that does the same again. */
    private static String command(Drill drill, DrillOptions options) {
        var line = new StringBuilder("./neuroward drill " + drill.name() + " --seed " + options.seed());
        options.runs().ifPresent(runs -> line.append(" --runs ").append(runs));
        drill.defaults().keySet().stream()
                .sorted()
                .forEach(name -> line.append(" --" + name + " " + options.text(name)));
        return options.markdown() ? "`" + line + "`\n" : line.toString();
    }

    private static String circumstances(Duration took) {
        return "%s, commit %s, %s, %d processors, JDK %s, %d min %d s%n"
                .formatted(
                        LocalDate.now(),
                        Home.commit(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        took.toMinutes(),
                        took.toSecondsPart());
    }

    private static String usage(List<Drill> drills) {
        return drills.stream()
                .map(drill -> "  ./neuroward drill " + drill.name() + " [--seed N] [--runs N] [--data DIR] [--markdown]"
                        + drill.defaults().entrySet().stream()
                                .sorted(java.util.Map.Entry.comparingByKey())
                                .map(option -> " [--" + option.getKey() + " " + option.getValue() + "]")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
