package org.neuroward.lsl;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs {@link LslBenchmark} and prints a table. */
final class LslBench {

    private LslBench() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        ChainedOptionsBuilder options =
                new OptionsBuilder().include(LslBenchmark.class.getName()).verbosity(VerboseMode.SILENT);
        if (!LiblslLoop.isHere()) {
            options = options.param("library", "neuroward");
            System.out.println("liblsl is not here (./neuroward test fetches it): ours is measured alone.");
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.printf(
                "%nLab Streaming Layer, %d channels of float32 over loopback TCP; JDK %s, %d processors, commit %s%n%n",
                StreamLoop.CHANNELS,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("neuroward.commit", "unknown"));
        System.out.println(
                "| library | samples a push | latency p50, µs | p99, µs | most, µs | pushes measured | samples a second |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (RunResult latency : results) {
            if (latency.getParams().getBenchmark().endsWith(".latency")) {
                print(latency, results);
            }
        }
    }

    private static void print(RunResult latency, Collection<RunResult> results) {
        String library = latency.getParams().getParam("library");
        String samples = latency.getParams().getParam("samplesPerPush");
        Statistics times = latency.getPrimaryResult().getStatistics();
        double pushes = results.stream()
                .filter(other -> other.getParams().getBenchmark().endsWith(".throughput")
                        && other.getParams().getParam("library").equals(library)
                        && other.getParams().getParam("samplesPerPush").equals(samples))
                .mapToDouble(other -> other.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %.0f | %d | %.0f |%n",
                library,
                samples,
                times.getPercentile(50),
                times.getPercentile(99),
                times.getMax(),
                times.getN(),
                pushes * Integer.parseInt(samples));
    }
}
