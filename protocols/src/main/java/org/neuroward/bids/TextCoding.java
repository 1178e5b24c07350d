package org.neuroward.bids;

import java.util.LinkedHashMap;
import java.util.Map;
import org.neuroward.edf.NeutralText;

/**
 * Annotation texts without what a person may have typed: what {@link NeutralText} knows stays, every other text becomes {@code text-1}, {@code text-2} …, the same one always the same.
 */
final class TextCoding {

    private final boolean keepAll;
    private final Map<String, String> codes = new LinkedHashMap<>();

    TextCoding(boolean keepAll) {
        this.keepAll = keepAll;
    }

    String apply(String text) {
        String bare = text.strip();
        if (keepAll || NeutralText.neutralAnnotation(bare)) {
            return text;
        }
        return codes.computeIfAbsent(bare, unknown -> "text-" + (codes.size() + 1));
    }

    /** Number of different texts that were replaced. */
    int replaced() {
        return codes.size();
    }
}
