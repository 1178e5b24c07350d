package org.neuroward.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One round of our side, by JMH: each benchmark in a JVM of its own. */
final class Ours {

    /** What JMH's allocation profiler calls the bytes of one call. */
    private static final String BYTES_PER_CALL = "gc.alloc.rate.norm";

    /** @param bytesPerCall allocated by one call */
    record Measured(Timing timing, double bytesPerCall) {}

    private Ours() {}

    /** By benchmark, as {@code Class.method}. */
    static Map<String, Measured> round(List<String> benchmarks) {
        var options = new OptionsBuilder()
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        if (Runtime.version().feature() >= 24) {
            // JMH itself touches memory in a way that newer JDKs warn of on every start.
            options.jvmArgsAppend("--sun-misc-unsafe-memory-access=allow");
        }
        benchmarks.forEach(name -> options.include("\\." + Pattern.quote(name) + "$"));
        Map<String, Measured> found = new TreeMap<>();
        try {
            for (RunResult result : new Runner(options.build()).run()) {
                found.put(name(result.getParams().getBenchmark()), measured(result));
            }
        } catch (RunnerException failure) {
            throw new IllegalStateException("a benchmark failed", failure);
        }
        return found;
    }

    private static Measured measured(RunResult result) {
        double[] milliseconds = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray();
        Collection<Result> secondary = result.getSecondaryResults().values();
        double bytes = secondary.stream()
                .filter(one -> one.getLabel().endsWith(BYTES_PER_CALL))
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElse(Double.NaN);
        return new Measured(Timing.of(milliseconds), bytes);
    }

    private static String name(String benchmark) {
        String[] parts = benchmark.split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }
}
