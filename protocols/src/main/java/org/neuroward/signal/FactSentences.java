package org.neuroward.signal;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sentences of a message bundle in two languages, with named facts filled in. */
public final class FactSentences {

    private static final ResourceBundle.Control EXACT_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundleName;

    /** @param bundleName as {@link ResourceBundle} takes it, for example {@code org.neuroward.brainvision.messages} */
    public FactSentences(String bundleName) {
        this.bundleName = bundleName;
    }

    /** Facts as text, sorted by name; cannot be changed. */
    public static SortedMap<String, String> facts(Map<String, ?> facts) {
        var sorted = new TreeMap<String, String>();
        facts.forEach((name, value) -> sorted.put(name, String.valueOf(value)));
        return Collections.unmodifiableSortedMap(sorted);
    }

    /** The sentence of {@code key}, in which {@code {name}} has become the fact of that name. */
    public String sentence(String key, Map<String, String> facts, Locale locale) {
        String sentence =
                ResourceBundle.getBundle(bundleName, locale, EXACT_LANGUAGE).getString(key);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            sentence = sentence.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return sentence;
    }
}
