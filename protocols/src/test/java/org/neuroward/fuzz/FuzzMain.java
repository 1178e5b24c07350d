package org.neuroward.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The long form: {@code --inputs N --seed S [--reader NAME] [--from N] [--keep DIR]}. One line every ten seconds, a summary at
 * the end. An input that takes more than a minute ends the run, with the place where it hangs.
 */
public final class FuzzMain {

    private static final Duration LONGEST_INPUT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final int MOST_FAULTS = 20;

    private final Map<String, String> options;
    private final long seed;
    private final Thread worker = Thread.currentThread();
    private final Map<String, Map<String, Long>> outcomes = new TreeMap<>();
    private final Map<String, Long> largest = new TreeMap<>();
    private int faults;
    private volatile String current = "";
    private volatile long startedNanos;

    private FuzzMain(Map<String, String> options) {
        this.options = options;
        this.seed = Long.parseLong(options.getOrDefault("--seed", "1"));
    }

    public static void main(String[] arguments) throws IOException {
        var options = new TreeMap<String, String>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        if (arguments.length % 2 != 0
                || !List.of("--from", "--inputs", "--keep", "--reader", "--seed")
                        .containsAll(options.keySet())) {
            System.err.println("usage: deploy/fuzz [--inputs N] [--seed S] [--reader NAME] [--from N] [--keep DIR]");
            System.exit(2);
        }
        System.exit(new FuzzMain(options).run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        Path memory = Path.of("/dev/shm");
        Path folder = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "neuroward-fuzz")
                : Files.createTempDirectory("neuroward-fuzz");
        try {
            List<Fuzz> all = readers(folder);
            long inputs = Long.parseLong(options.getOrDefault("--inputs", "1000000"));
            long from = Long.parseLong(options.getOrDefault("--from", "0"));
            System.out.println("seed " + seed + ", inputs " + inputs + ", readers "
                    + all.stream().map(fuzz -> fuzz.reader().name()).toList() + ", heap "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
            startedNanos = System.nanoTime();
            watch();
            feed(all, from, inputs);
            summary(all, inputs);
            return faults == 0;
        } finally {
            delete(folder);
        }
    }

    private List<Fuzz> readers(Path folder) throws IOException {
        var all = new ArrayList<Fuzz>();
        for (FuzzedReader reader : FuzzReaders.all()) {
            if (options.getOrDefault("--reader", reader.name()).equals(reader.name())) {
                all.add(new Fuzz(reader, seed, Files.createDirectories(folder.resolve(reader.name()))));
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no reader has that name: " + options.get("--reader"));
        }
        return all;
    }

    private void feed(List<Fuzz> all, long from, long inputs) throws IOException {
        List<Fuzz> turns = all.stream()
                .flatMap(fuzz -> Stream.generate(() -> fuzz).limit(fuzz.reader().weight()))
                .toList();
        long begun = System.nanoTime();
        long lastLine = begun;
        for (long number = from; number < from + inputs && faults < MOST_FAULTS; number++) {
            Fuzz fuzz = turns.get((int) (number % turns.size()));
            current = fuzz.reader().name() + " input " + number;
            startedNanos = System.nanoTime();
            note(fuzz, number, fuzz.run(number));
            if (startedNanos - lastLine > BETWEEN_LINES.toNanos()) {
                lastLine = startedNanos;
                long done = number - from;
                System.out.println(done + " inputs, " + Math.round(done / ((startedNanos - begun) / 1e9))
                        + " per second, faults " + faults);
            }
        }
        current = "";
    }

    private void note(Fuzz fuzz, long number, Fuzz.Outcome outcome) throws IOException {
        String name = fuzz.reader().name();
        String what =
                switch (outcome) {
                    case Fuzz.Outcome.Read read -> "read";
                    case Fuzz.Outcome.Refused refused -> "refused: " + refused.exception();
                    case Fuzz.Outcome.Fault fault -> "FAULT";
                };
        outcomes.computeIfAbsent(name, key -> new TreeMap<>()).merge(what, 1L, Long::sum);
        largest.merge(name, fuzz.largestAllocation(), Math::max);
        if (outcome instanceof Fuzz.Outcome.Fault fault) {
            faults++;
            report(fuzz, number, fault.cause());
        }
    }

    private void report(Fuzz fuzz, long number, Throwable cause) throws IOException {
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        System.out.println("FAULT " + fuzz.reader().name() + ", seed " + seed + ", input " + number + "\n"
                + trace.toString().lines().limit(25).reduce("", (text, line) -> text + "    " + line + "\n"));
        if (options.containsKey("--keep")) {
            Path folder = Path.of(options.get("--keep"), fuzz.reader().name() + "-" + seed + "-" + number);
            Files.createDirectories(folder);
            fuzz.input(number).writeTo(folder);
        }
    }

    private void watch() {
        Thread.ofPlatform().daemon().name("watchdog").start(() -> {
            while (true) {
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    return;
                }
                String input = current;
                if (!input.isEmpty() && System.nanoTime() - startedNanos > LONGEST_INPUT.toNanos()) {
                    System.out.println("HANG " + input + ", seed " + seed);
                    Stream.of(worker.getStackTrace()).forEach(frame -> System.out.println("    at " + frame));
                    Runtime.getRuntime().halt(3);
                }
            }
        });
    }

    private void summary(List<Fuzz> all, long inputs) {
        System.out.println("done: seed " + seed + ", inputs " + inputs + ", faults " + faults);
        for (Fuzz fuzz : all) {
            String name = fuzz.reader().name();
            System.out.println("  " + name + ": " + outcomes.getOrDefault(name, Map.of()) + ", largest allocation "
                    + largest.getOrDefault(name, 0L) / 1024 + " KiB");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
