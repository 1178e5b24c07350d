package org.neuroward.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The other side: a script that prints {@code task,median_ms,min_ms,max_ms,runs}, one process on one thread. */
final class Peer {

    private final String python;
    private final Path script;
    private final Path signal;
    private String versions = "";

    private Peer(String python, Path script, Path signal) {
        this.python = python;
        this.script = script;
        this.signal = signal;
    }

    /** Writes the signal where the script can read it. */
    static Peer of(String python, Path script, double[][] microvolts) throws IOException {
        Path signal = SimulatedNight.folder().resolve("signal.f64");
        Files.createDirectories(signal.getParent());
        ByteBuffer bytes = ByteBuffer.allocate(8 * microvolts.length * microvolts[0].length)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double[] channel : microvolts) {
            bytes.asDoubleBuffer().put(channel);
            bytes.position(bytes.position() + 8 * channel.length);
        }
        Files.write(signal, bytes.array());
        return new Peer(python, script, signal);
    }

    /** What the script said of itself, in its first remark; empty before it ran. */
    String versions() {
        return versions;
    }

    Map<String, Timing> round() throws IOException, InterruptedException {
        Map<String, Timing> found = new TreeMap<>();
        for (String line : run(List.of())) {
            String[] parts = line.split(",");
            if (!line.startsWith("#") && parts.length == 5) {
                found.put(
                        parts[0],
                        new Timing(
                                Double.parseDouble(parts[1]),
                                Double.parseDouble(parts[2]),
                                Double.parseDouble(parts[3]),
                                Integer.parseInt(parts[4].strip())));
            }
        }
        return found;
    }

    /** Has the script write what each task computes; empty when it does not know how to. */
    Optional<Path> values() throws IOException, InterruptedException {
        if (!Files.readString(script).contains("--values")) {
            return Optional.empty();
        }
        Path folder = SimulatedNight.folder().resolve("peer-values");
        clear(folder);
        Files.createDirectories(folder);
        run(List.of("--values", folder.toString()));
        return Optional.of(folder);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private List<String> run(List<String> more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(
                python,
                script.toString(),
                signal.toString(),
                "--channels",
                Integer.toString(SimulatedSignal.CHANNELS),
                "--rate",
                Double.toString(SimulatedSignal.RATE.hertz()),
                "--night",
                SimulatedNight.file().toString()));
        words.addAll(more);
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        for (String library : List.of("OMP", "OPENBLAS", "MKL", "NUMEXPR")) {
            builder.environment().put(library + "_NUM_THREADS", "1");
        }
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IOException("the peer's script failed: " + script + ", exit=" + process.exitValue());
        }
        lines.stream()
                .filter(line -> line.startsWith("#"))
                .findFirst()
                .ifPresent(line -> versions = line.substring(1).strip());
        return lines;
    }
}
