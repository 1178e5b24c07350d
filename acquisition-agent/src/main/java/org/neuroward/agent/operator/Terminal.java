package org.neuroward.agent.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The bedside page's questions and acts from a terminal on the same computer: {@code status}, {@code start}, {@code mark} and
 * {@code stop}. Exit codes: 0 done, 1 the bed refused, 2 wrong use or no agent, 3 (of {@code status}) someone must act.
 */
public final class Terminal {

    /** The words that {@link #run} understands. */
    public static final Set<String> COMMANDS = Set.of("status", "start", "mark", "stop");

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int FAILED = 2;
    private static final int ACT_NOW = 3;
    private static final Duration WATCH_EVERY = Duration.ofSeconds(1);
    private static final Set<String> VALUES = Set.of("--data", "--order", "--patient", "--procedure", "--by");
    private static final Set<String> YES = Set.of("yes", "y", "是");
    private static final String DEFAULT_PROCEDURE = "resting-eeg/eyes-closed-open";

    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader keyboard;

    private Terminal(Words words, InputStream in, PrintStream out, PrintStream err) {
        this.words = words;
        this.out = out;
        this.err = err;
        this.keyboard = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
    }

    /** @param arguments the command first, one of {@link #COMMANDS} */
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err, Locale locale) {
        var terminal = new Terminal(Words.of(locale), in, out, err);
        try {
            return terminal.obey(arguments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (IOException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private int obey(String... arguments) throws IOException, InterruptedException {
        var given = new TreeMap<String, String>();
        Optional<String> problem = read(given, arguments);
        if (problem.isPresent()) {
            err.println(problem.get());
            return FAILED;
        }
        Optional<RunningAgent> agent = RunningAgent.find(given.get("--data"), words);
        if (agent.isEmpty()) {
            err.println(words.say("terminal.not-running", given.get("--data")));
            return FAILED;
        }
        return switch (arguments[0]) {
            case "status" -> status(agent.get(), given.containsKey("--watch"));
            case "start" -> start(agent.get(), given);
            case "mark" -> act(agent.get(), "mark", object().put("text", given.getOrDefault("", "")));
            case "stop" -> act(agent.get(), "stop", object());
            default -> throw new IllegalArgumentException("no such command: " + arguments[0]);
        };
    }

    /** Reads options into {@code given}, the words of a marker under the empty name; says what is wrong with them. */
    private Optional<String> read(Map<String, String> given, String... arguments) {
        String usage = words.say("terminal.usage");
        for (int i = 1; i < arguments.length; i++) {
            String word = arguments[i];
            if (VALUES.contains(word) && i + 1 < arguments.length) {
                given.put(word, arguments[++i]);
            } else if (word.equals("--watch") && arguments[0].equals("status")) {
                given.put(word, "");
            } else if (arguments[0].equals("mark") && !word.startsWith("--")) {
                given.merge("", word, (before, after) -> before + " " + after);
            } else {
                return Optional.of(words.say("terminal.unknown", word, usage));
            }
        }
        for (String required : List.of("--data", "--by")) {
            boolean needed = required.equals("--data") || arguments[0].equals("start");
            if (needed && !given.containsKey(required)) {
                return Optional.of(words.say("terminal.missing", required, usage));
            }
        }
        return Optional.empty();
    }

    private int status(RunningAgent agent, boolean watch) throws IOException, InterruptedException {
        while (true) {
            JsonNode status = agent.read("status").body();
            print(status);
            boolean actNow = status.path("alarms").size() > 0
                    || status.path("link").path("level").asText().equals("bad");
            if (!watch) {
                return actNow ? ACT_NOW : DONE;
            }
            out.println();
            Thread.sleep(WATCH_EVERY);
        }
    }

    private void print(JsonNode status) {
        JsonNode activity = status.path("activity");
        status.path("alarms")
                .forEach(alarm -> out.println("⚠ " + alarm.path("sentence").asText()));
        out.println(words.say("title", status.path("bed").asText()) + "  "
                + status.path("deviceName").asText()
                + (status.path("simulated").asBoolean() ? "  (" + words.say("simulated") + ")" : ""));
        String clock =
                activity.has("seconds") ? "  " + clock(activity.path("seconds").asLong()) : "";
        out.println(activity.path("sentence").asText() + clock);
        for (String further : List.of("block", "claim")) {
            if (!activity.path(further).asText().isEmpty()) {
                out.println(activity.path(further).asText());
            }
        }
        for (String part : List.of("link", "device", "losses", "disk")) {
            String advice = status.path(part).path("advice").asText();
            out.println(words.say(part) + ": "
                    + status.path(part).path("sentence").asText() + (advice.isEmpty() ? "" : "  · " + advice));
        }
    }

    private static String clock(long seconds) {
        Duration length = Duration.ofSeconds(seconds);
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    private int start(RunningAgent agent, Map<String, String> given) throws IOException, InterruptedException {
        ObjectNode wish = object();
        for (String number : List.of("order", "patient")) {
            String entered = given.getOrDefault("--" + number, "");
            Optional<String> again = entered.isEmpty() ? Optional.of("") : ask("terminal.again." + number);
            if (again.isEmpty()) {
                err.println(words.say("terminal.no-console"));
                return FAILED;
            }
            wish.put(number, entered).put(number + "Again", again.get());
        }
        Optional<String> confirmed = ask("terminal.confirm");
        wish.put(
                "asked",
                confirmed
                        .filter(said -> YES.contains(said.toLowerCase(Locale.ROOT)))
                        .isPresent());
        wish.put("by", given.get("--by"));
        wish.put("procedure", given.getOrDefault("--procedure", DEFAULT_PROCEDURE));
        return act(agent, "start", wish);
    }

    private Optional<String> ask(String key) throws IOException {
        out.print(words.say(key) + " ");
        out.flush();
        return Optional.ofNullable(keyboard.readLine()).map(String::strip);
    }

    private int act(RunningAgent agent, String what, ObjectNode body) throws IOException, InterruptedException {
        RunningAgent.Answer answer = agent.act(what, body);
        (answer.done() ? out : err).println(answer.body().path("sentence").asText());
        return answer.done() ? DONE : REFUSED;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
