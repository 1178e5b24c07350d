package org.neuroward.report.content;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One sentence of the program: a template and what fills it, never prose.
 *
 * @param slots numbers, codes, or a list of numbers; exactly the slots of the template
 */
@JsonPropertyOrder({"template", "slots"})
public record Statement(StatementTemplate template, Map<String, Object> slots) {

    public Statement {
        if (!new ArrayList<>(slots.keySet()).equals(template.slots())) {
            throw new IllegalArgumentException("a statement fills exactly the slots of its template: template="
                    + template + ", slots=" + template.slots() + ", filled=" + slots.keySet());
        }
        slots.forEach((name, value) -> {
            if (!(value instanceof Number)) {
                Required.code(name, String.valueOf(value));
            }
        });
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    static Statement of(StatementTemplate template, Object... values) {
        Map<String, Object> slots = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            slots.put(template.slots().get(i), values[i]);
        }
        return new Statement(template, slots);
    }
}
