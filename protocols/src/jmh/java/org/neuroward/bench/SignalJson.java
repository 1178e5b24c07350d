package org.neuroward.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every round of every task, for programs. */
final class SignalJson {

    private SignalJson() {}

    static String of(Map<String, String> machine, List<Comparison> rows, Map<String, Double> agreement)
            throws IOException {
        List<Map<String, Object>> tasks =
                rows.stream().map(row -> task(row, agreement)).toList();
        return new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(Map.of("machine", machine, "tasks", tasks))
                + "\n";
    }

    private static Map<String, Object> task(Comparison row, Map<String, Double> agreement) {
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("task", row.task().english());
        task.put("benchmark", row.task().benchmark());
        row.task().peer().ifPresent(peer -> task.put("peerTask", peer));
        task.put("oursMilliseconds", row.oursMilliseconds());
        row.peerMilliseconds().ifPresent(peer -> task.put("peerMilliseconds", peer));
        row.ratio().ifPresent(ratio -> task.put("ratio", ratio));
        row.met().ifPresent(met -> task.put("met", met));
        task.put("bytesPerCall", row.bytesPerCall());
        row.task()
                .peer()
                .map(agreement::get)
                .ifPresent(difference -> task.put("largestRelativeDifference", difference));
        task.put("oursRounds", row.ours());
        task.put("peerRounds", row.peer());
        return task;
    }
}
