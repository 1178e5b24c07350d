package org.neuroward.edf;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sentences of this package with their facts filled in. */
final class EdfMessages {

    private static final ResourceBundle.Control EXACT_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private EdfMessages() {}

    static SortedMap<String, String> facts(Map<String, ?> facts) {
        var sorted = new TreeMap<String, String>();
        facts.forEach((name, value) -> sorted.put(name, String.valueOf(value)));
        return Collections.unmodifiableSortedMap(sorted);
    }

    /** {@code {name}} in the pattern becomes the fact; {@code {field}} and {@code {place}} are put in the reader's language. */
    static String sentence(String key, Map<String, String> facts, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle("org.neuroward.edf.messages", locale, EXACT_LANGUAGE);
        // "and 0 bytes of another" would be no sentence for people.
        String exact = key + ".exact";
        boolean noRest = "0".equals(facts.get("bytes")) && bundle.containsKey(exact);
        String sentence = bundle.getString(noRest ? exact : key);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            sentence = sentence.replace("{" + fact.getKey() + "}", shown(bundle, fact.getKey(), fact.getValue()));
        }
        return sentence;
    }

    private static String shown(ResourceBundle bundle, String name, String value) {
        return switch (name) {
            case "field" -> bundle.getString("field." + value);
            case "place" ->
                value.equals("0")
                        ? bundle.getString("place.file")
                        : bundle.getString("place.signal").replace("{signal}", value);
            default -> value;
        };
    }
}
