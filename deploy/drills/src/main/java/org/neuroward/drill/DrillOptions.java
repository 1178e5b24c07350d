package org.neuroward.drill;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a drill was told on the command line.
 *
 * @param seed of everything that is left to chance: the same seed does the same again, as far as processes and clocks allow
 * @param runs how often the drill's act is repeated, or empty for the drill's own number
 * @param markdown the tables go into a document
 * @param folder where the clinic of the drill keeps its data; empty at the start, removed after a drill that met its target
 * @param others the drill's own options
 * @param progress where the drill says how far it is
 */
public record DrillOptions(
        long seed, OptionalInt runs, boolean markdown, Path folder, Map<String, String> others, PrintStream progress) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Set<String> OF_ALL = Set.of("seed", "runs", "data");

    public DrillOptions {
        others = Map.copyOf(others);
    }

    /**
     * @param arguments behind the drill's name
     * @throws IllegalArgumentException when one is unknown or has no value; the message is for the person who typed it
     */
    static DrillOptions parse(Drill drill, Path defaultFolder, PrintStream progress, String... arguments) {
        var given = new HashMap<String, String>();
        boolean markdown = false;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (name.equals("markdown")) {
                markdown = true;
            } else if (!OF_ALL.contains(name) && !drill.defaults().containsKey(name)) {
                throw new IllegalArgumentException("unknown option of drill " + drill.name() + ": " + arguments[i]);
            } else if (++i == arguments.length) {
                throw new IllegalArgumentException("option --" + name + " takes a value");
            } else {
                given.put(name, arguments[i]);
            }
        }
        long seed = given.containsKey("seed")
                ? wholeNumber("seed", given.remove("seed"))
                : System.nanoTime() & Integer.MAX_VALUE;
        OptionalInt runs = given.containsKey("runs")
                ? OptionalInt.of((int) wholeNumber("runs", given.remove("runs")))
                : OptionalInt.empty();
        Path folder = given.containsKey("data") ? Path.of(given.remove("data")) : defaultFolder;
        var others = new HashMap<>(drill.defaults());
        others.putAll(given);
        return new DrillOptions(seed, runs, markdown, folder.toAbsolutePath(), others, progress);
    }

    /** The drill's own option. */
    public String text(String name) {
        return others.get(name);
    }

    /** The drill's own option, a whole number. */
    public long number(String name) {
        return wholeNumber(name, others.get(name));
    }

    private static long wholeNumber(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("option --" + name + " takes a whole number: " + value, e);
        }
    }

    /** Tells a person how far the drill is. */
    public void say(String line) {
        progress.println(CLOCK.format(LocalTime.now()) + "  " + line);
    }
}
