package org.neuroward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./neuroward bench signal}: ours and the peer on the same data, on the same core, round after round, so that a slow
 * minute of the machine touches both.
 */
public final class SignalBench {

    private final SignalBenchOptions options;
    private final SignalWork work = new SignalWork();
    private final List<Comparison> rows =
            SignalTask.ALL.stream().map(Comparison::new).toList();
    private Map<String, Double> agreement = Map.of();
    private String peerVersions = "";

    private SignalBench(SignalBenchOptions options) {
        this.options = options;
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        // A forked benchmark says on standard error what it cannot do; on standard output stands the table alone.
        new SignalBench(SignalBenchOptions.parse(words)).run();
    }

    private void run() throws IOException, InterruptedException {
        progress("Making the simulated signals ...", "正在生成模拟信号……");
        SimulatedNight.file();
        List<String> benchmarks =
                rows.stream().map(row -> row.task().benchmark()).distinct().toList();
        if (options.script().isPresent()) {
            runBoth(Peer.of(options.python(), options.script().get(), work.signal()), benchmarks);
        } else {
            for (int round = 1; round <= options.rounds(); round++) {
                addRound(round, benchmarks, Map.of());
            }
        }
        print();
    }

    private void runBoth(Peer peer, List<String> benchmarks) throws IOException, InterruptedException {
        progress("Comparing the values of both sides ...", "正在比较双方的计算结果……");
        var values = peer.values();
        if (values.isPresent()) {
            agreement = Agreement.of(work, values.get());
        }
        for (int round = 1; round <= options.rounds(); round++) {
            addRound(round, benchmarks, peer.round());
        }
        peerVersions = peer.versions();
    }

    private void addRound(int round, List<String> benchmarks, Map<String, Timing> peerOfRound) {
        progress(
                "Round " + round + " of " + options.rounds() + " ...",
                "第 " + round + " 轮，共 " + options.rounds() + " 轮……");
        Map<String, Ours.Measured> ours = Ours.round(benchmarks);
        rows.forEach(row -> row.add(ours, peerOfRound));
    }

    private void print() throws IOException {
        Map<String, String> machine = Machine.facts(peerVersions);
        var lines = new ArrayList<String>();
        var table = new SignalTable(options.chinese(), rows, agreement);
        lines.add(table.markdown());
        lines.add("");
        lines.add(table.rounds());
        lines.add("");
        machine.forEach((name, fact) -> lines.add(name + ": " + fact));
        System.out.println(String.join("\n", lines));
        Files.createDirectories(options.json().toAbsolutePath().getParent());
        Files.writeString(options.json(), SignalJson.of(machine, rows, agreement));
        progress("Written: " + options.json(), "已写入：" + options.json());
    }

    private void progress(String english, String chinese) {
        System.err.println(options.chinese() ? chinese : english);
    }
}
