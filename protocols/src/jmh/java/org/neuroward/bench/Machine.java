package org.neuroward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where and on what was measured. */
final class Machine {

    private Machine() {}

    static Map<String, String> facts(String peerVersions) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("processor", processor());
        facts.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("peer", peerVersions);
        facts.put("commit", System.getProperty("neuroward.commit", ""));
        return facts;
    }

    /** Its name, and how many of its cores there are: both sides may use one of them. */
    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            List<String> names = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .toList();
            return names.isEmpty() ? "" : names.getFirst() + ", " + names.size() + " cores, one of them used";
        } catch (IOException absent) {
            return "";
        }
    }
}
