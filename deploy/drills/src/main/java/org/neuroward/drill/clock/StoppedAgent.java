package org.neuroward.drill.clock;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.neuroward.agent.device.Instruction;
import org.neuroward.agent.operator.Terminal;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.Table;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.LogReader;
import org.neuroward.wire.RecordingLog;

/**
 * An agent of its own process, recording without a server, that is stopped (SIGSTOP) for some seconds and continued (SIGCONT).
 * Its simulated patient waits with it, so nothing may be missing and nothing may come twice.
 */
final class StoppedAgent {

    private static final int CHANNELS = 19;
    private static final int HERTZ = 250;
    private static final long PATIENCE_SECONDS = 30;

    private final Path folder;
    private final long seed;
    private final int stops;
    private double stoppedSeconds;
    private double recordedSeconds;
    private long samples;
    private long wrongSamples;
    private long gaps;

    private StoppedAgent(Path folder, long seed, int stops) {
        this.folder = folder;
        this.seed = seed;
        this.stops = stops;
    }

    static StoppedAgent run(DrillOptions options, Random random) throws IOException, InterruptedException {
        var agent = new StoppedAgent(
                Files.createDirectories(options.folder().resolve("stopped")), random.nextInt(1_000_000), (int)
                        options.number("stops"));
        agent.record(random);
        agent.compare();
        options.say("an agent was stopped and continued " + agent.stops + " times");
        return agent;
    }

    long wrongSamples() {
        return wrongSamples;
    }

    long gaps() {
        return gaps;
    }

    Table table() {
        return new Table(
                        "An agent that is stopped and continued",
                        List.of("stops", "stopped, s", "recorded, s", "samples", "wrong", "gaps"))
                .row(
                        stops,
                        "%.1f".formatted(stoppedSeconds),
                        "%.1f".formatted(recordedSeconds),
                        samples,
                        wrongSamples,
                        gaps);
    }

    private void record(Random random) throws IOException, InterruptedException {
        Process agent = start();
        try {
            await("the agent's page", () -> terminal("", "status", "--data", data()) != 2);
            String wish = "D-1\nD-1\nyes\n";
            require(terminal(wish, "start", "--data", data(), "--order", "D-1", "--patient", "D-1", "--by", "drill"));
            for (int stop = 0; stop < stops; stop++) {
                TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(1_000));
                long millis = 2_500 + random.nextInt(3_000);
                signal("-STOP", agent);
                TimeUnit.MILLISECONDS.sleep(millis);
                signal("-CONT", agent);
                stoppedSeconds += millis / 1e3;
            }
            TimeUnit.MILLISECONDS.sleep(1_000);
            require(terminal("", "stop", "--data", data()));
            await("the end", this::ended);
        } finally {
            agent.destroy();
            if (!agent.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                agent.destroyForcibly();
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.neuroward.agent.AgentMain",
                        "--server",
                        "localhost:1",
                        "--agent-id",
                        "drill",
                        "--secret",
                        "drill",
                        "--data",
                        data(),
                        "--seed",
                        Long.toString(seed),
                        "--local-port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("agent.log").toFile())
                .start();
    }

    private static void signal(String signal, Process to) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(to.pid())).start().waitFor();
    }

    private static int terminal(String keyboard, String... arguments) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var keys = new ByteArrayInputStream(keyboard.getBytes(StandardCharsets.UTF_8));
        return Terminal.run(arguments, keys, silent, silent, Locale.ENGLISH);
    }

    private void require(int exitCode) throws IOException {
        if (exitCode != 0) {
            throw new IOException("the agent does not do what it is asked; its log is " + folder.resolve("agent.log"));
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(String what, Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("still waiting for " + what + "; the agent's log is in " + folder);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean ended() throws IOException {
        return frames().stream().anyMatch(frame -> frame.type() == FrameType.END);
    }

    private List<Frame> frames() throws IOException {
        Path spool = folder.resolve("data").resolve("spool");
        var frames = new ArrayList<Frame>();
        try (LogReader reader = LogReader.open(spool, RecordingLog.list(spool).getFirst(), 0)) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    /** What the patient was asked: the blocks that were marked. */
    private static List<Instruction> planOf(List<Frame> frames) throws IOException {
        var plan = new ArrayList<Instruction>();
        for (Frame frame : frames) {
            if (frame.content() instanceof Event event && event.planned()) {
                plan.add(new Instruction(
                        event.text(), event.onset(), event.duration().orElseThrow()));
            }
        }
        return plan;
    }

    /** The patient of that seed gives the same samples whenever it is asked. */
    private void compare() throws IOException, InterruptedException {
        List<Frame> frames = frames();
        for (Frame frame : frames) {
            gaps += frame.content() instanceof Missing ? 1 : 0;
            samples += frame.content() instanceof Samples ? frame.sampleCount() : 0;
        }
        recordedSeconds = samples / (double) HERTZ;
        int[] expected = SimulatedCounts.of(seed, planOf(frames), (int) samples * CHANNELS);
        int at = 0;
        for (Frame frame : frames) {
            if (frame.content() instanceof Samples block) {
                for (int i = 0; i < block.size(); i++) {
                    wrongSamples += block.count(i) == expected[at++] ? 0 : 1;
                }
            }
        }
    }
}
