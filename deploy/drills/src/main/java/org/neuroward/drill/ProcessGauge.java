package org.neuroward.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process of this machine uses. Reads {@code /proc}, so it is for Linux. */
public final class ProcessGauge {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    private static final Pattern LIVE_TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final long BYTES_PER_KIBIBYTE = 1024;

    private final ProcessHandle process;

    public ProcessGauge(ProcessHandle process) {
        this.process = process;
    }

    /**
     * One reading.
     *
     * @param cpu time on processors since the process began
     */
    public record Reading(Duration cpu, long residentBytes, int threads, int descriptors) {}

    public Reading read() throws IOException {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        String status = Files.readString(folder.resolve("status"));
        int descriptors;
        try (Stream<Path> open = Files.list(folder.resolve("fd"))) {
            descriptors = (int) open.count();
        }
        return new Reading(
                cpu(process), found(RESIDENT, status) * BYTES_PER_KIBIBYTE, (int) found(THREADS, status), descriptors);
    }

    /** Time on processors of this one and of those that it started, which are a database's connections. */
    public static Duration cpuOfAll(ProcessHandle process) {
        return process.descendants().map(ProcessGauge::cpu).reduce(cpu(process), Duration::plus);
    }

    private static Duration cpu(ProcessHandle of) {
        return of.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Bytes that live on the Java heap of the process, after a full collection. */
    public long liveHeapBytes() throws IOException, InterruptedException {
        return found(LIVE_TOTAL, ask("GC.class_histogram"));
    }

    private String ask(String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asking = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asking.waitFor(1, TimeUnit.MINUTES);
        return answer;
    }

    private static long found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
