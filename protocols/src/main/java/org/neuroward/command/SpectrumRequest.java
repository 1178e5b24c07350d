package org.neuroward.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code spectrum FILE --channel NAME --from S --to S [--json]}, read. */
record SpectrumRequest(Path file, String channel, double fromSeconds, double toSeconds, boolean json) {

    static SpectrumRequest parse(List<String> arguments) throws CommandFailure {
        List<String> rest = new ArrayList<>(arguments);
        boolean json = rest.remove("--json");
        String channel = take(rest, "--channel");
        double from = seconds("--from", take(rest, "--from"));
        double to = seconds("--to", take(rest, "--to"));
        if (rest.size() != 1 || rest.getFirst().startsWith("--")) {
            throw CommandFailure.of("spectrum.usage");
        }
        if (!(from < to)) {
            throw CommandFailure.of("spectrum.order", from, to);
        }
        return new SpectrumRequest(InputFile.of(rest.getFirst()), channel, from, to, json);
    }

    private static String take(List<String> arguments, String option) throws CommandFailure {
        int at = arguments.indexOf(option);
        if (at < 0 || at + 1 >= arguments.size()) {
            throw CommandFailure.of("spectrum.usage");
        }
        arguments.remove(at);
        return arguments.remove(at);
    }

    private static double seconds(String option, String word) throws CommandFailure {
        if (!word.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw CommandFailure.of("spectrum.seconds", option, word);
        }
        return Double.parseDouble(word);
    }
}
