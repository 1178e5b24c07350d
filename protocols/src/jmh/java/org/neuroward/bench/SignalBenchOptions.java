package org.neuroward.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * @param python the interpreter of the peer's script
 * @param script the peer's script; empty when ours runs alone
 * @param rounds how often both sides take their turn
 * @param json where the figures are written
 */
record SignalBenchOptions(String python, Optional<Path> script, int rounds, Path json, boolean chinese) {

    private static final int USUAL_ROUNDS = 3;

    static SignalBenchOptions parse(String[] words) {
        String python = "python3";
        Optional<Path> script = Optional.empty();
        int rounds = USUAL_ROUNDS;
        Path json = Path.of("target", "bench-signal.json");
        for (int i = 0; i + 1 < words.length; i += 2) {
            switch (words[i]) {
                case "--python" -> python = words[i + 1];
                case "--peer" -> script = Optional.of(Path.of(words[i + 1]));
                case "--rounds" -> rounds = Integer.parseInt(words[i + 1]);
                case "--json" -> json = Path.of(words[i + 1]);
                default -> throw new IllegalArgumentException("unknown option: " + words[i]);
            }
        }
        return new SignalBenchOptions(
                python, script, rounds, json, Locale.getDefault().getLanguage().equals("zh"));
    }
}
