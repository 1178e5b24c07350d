package org.neuroward.agent.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What page and terminal can ask for, and how the bed's answers read in JSON. */
final class DeskApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_MARKER = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int UNKNOWN = 404;
    private static final double TENTHS = 10;

    private final BedsideDesk desk;
    private final LiveTrace trace;

    DeskApi(BedsideDesk desk, LiveTrace trace) {
        this.desk = desk;
        this.trace = trace;
    }

    /** @param status of HTTP */
    record Answer(int status, ObjectNode body) {}

    /** The id of the bed's agent, for the page's title. */
    String bed() {
        return desk.status().agentId();
    }

    Answer read(String what, String query, Words words) {
        return switch (what) {
            case "status" -> new Answer(200, StatusJson.of(desk.status(), words));
            case "trace" -> new Answer(200, trace(query));
            default -> told(UNKNOWN, "unknown", "problem.request", words);
        };
    }

    /** @param body JSON, as it came */
    Answer act(String what, byte[] body, Words words) {
        JsonNode asked;
        try {
            asked = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return told(UNPROCESSABLE, "request", "problem.request", words);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("bytes in memory are always readable", e);
        }
        return switch (what) {
            case "show" -> answer(desk.show(asked.path("on").asBoolean()), words);
            case "impedance" -> answer(desk.measureImpedance(asked.path("on").asBoolean()), words);
            case "start" -> start(StartForm.of(asked), words);
            case "mark" -> mark(asked.path("text").asText("").strip(), words);
            case "stop" -> answer(desk.stop(), words);
            default -> told(UNKNOWN, "unknown", "problem.request", words);
        };
    }

    private Answer start(StartForm form, Words words) {
        return form.findProblem()
                .map(problem -> told(UNPROCESSABLE, problem.substring("problem.".length()), problem, words))
                .orElseGet(() -> answer(desk.start(form.toStart()), words));
    }

    private Answer mark(String text, Words words) {
        boolean unusable =
                text.isEmpty() || text.length() > LONGEST_MARKER || text.chars().anyMatch(Character::isISOControl);
        return unusable ? told(UNPROCESSABLE, "mark", "problem.mark", words) : answer(desk.mark(text), words);
    }

    private Answer answer(Optional<DeskRefusal> refusal, Words words) {
        return refusal.map(why -> told(CONFLICT, why.name(), "refusal." + why, words))
                .orElseGet(() -> told(200, "done", "refusal.done", words));
    }

    private static Answer told(int status, String code, String key, Words words) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return new Answer(status, body.put("code", code).put("sentence", words.say(key)));
    }

    private ObjectNode trace(String query) {
        long after = query != null && query.matches("after=\\d{1,15}") ? Long.parseLong(query.substring(6)) : 0;
        LiveTrace.Slice slice = trace.since(after);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("next", slice.nextColumn()).put("columnsPerSecond", LiveTrace.COLUMNS_PER_SECOND);
        ArrayNode channels = json.putArray("channels");
        for (LiveTrace.Columns columns : slice.channels()) {
            ObjectNode channel = channels.addObject().put("label", columns.label());
            fill(channel.putArray("lowest"), columns.lowest());
            fill(channel.putArray("highest"), columns.highest());
        }
        return json;
    }

    /** Tenths of a microvolt are finer than a line on a screen. */
    private static void fill(ArrayNode into, List<Float> microvolts) {
        for (float value : microvolts) {
            if (Float.isNaN(value)) {
                into.addNull();
            } else {
                into.add(Math.round(value * TENTHS) / TENTHS);
            }
        }
    }
}
