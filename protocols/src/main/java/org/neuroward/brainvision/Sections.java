package org.neuroward.brainvision;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lines {@code key=value} of a header or marker file by section. Names are compared without regard to case; lines that begin
 * with a semicolon are remarks, and the section "Comment" is free text.
 */
final class Sections {

    private final Map<String, Map<String, String>> byName;
    private final String firstLine;

    private Sections(String firstLine, Map<String, Map<String, String>> byName) {
        this.firstLine = firstLine;
        this.byName = byName;
    }

    static Sections of(List<String> lines) {
        var sections = new HashMap<String, Map<String, String>>();
        Map<String, String> section = new LinkedHashMap<>();
        for (String line : lines) {
            String text = line.strip();
            int equals = text.indexOf('=');
            if (text.startsWith("[") && text.endsWith("]")) {
                section = sections.computeIfAbsent(
                        lower(text.substring(1, text.length() - 1)), name -> new LinkedHashMap<>());
            } else if (!text.startsWith(";") && equals > 0) {
                section.putIfAbsent(
                        lower(text.substring(0, equals)),
                        text.substring(equals + 1).strip());
            }
        }
        return new Sections(lines.isEmpty() ? "" : lines.getFirst().strip(), sections);
    }

    String firstLine() {
        return firstLine;
    }

    /** Keys in lower case, in the order of the file. */
    Map<String, String> section(String name) {
        return byName.getOrDefault(lower(name), Map.of());
    }

    Optional<String> find(String section, String key) {
        return Optional.ofNullable(section(section).get(lower(key))).filter(value -> !value.isEmpty());
    }

    String get(String section, String key) throws BrainVisionFormatException {
        Optional<String> value = find(section, key);
        if (value.isEmpty()) {
            throw new BrainVisionFormatException(
                    BrainVisionProblem.LINE_MISSING, Map.of("section", section, "key", key));
        }
        return value.get();
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
