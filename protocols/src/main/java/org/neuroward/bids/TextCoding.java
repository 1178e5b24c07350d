package org.neuroward.bids;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Annotation texts without what a person may have typed: codes of stimuli and the names of conditions stay, every other text
 * becomes {@code text-1}, {@code text-2} …, the same one always the same.
 */
final class TextCoding {

    private static final Pattern CODE = Pattern.compile("((Stimulus|Response|Trigger)/)?[A-Za-z]{0,1}\\s{0,3}\\d{1,5}");
    private static final Pattern CONDITION =
            Pattern.compile("eyes[ -](closed|open)|睁眼|闭眼|boundary|gap|rest", Pattern.CASE_INSENSITIVE);

    private final boolean keepAll;
    private final Map<String, String> codes = new LinkedHashMap<>();

    TextCoding(boolean keepAll) {
        this.keepAll = keepAll;
    }

    String apply(String text) {
        String bare = text.strip();
        if (keepAll || CODE.matcher(bare).matches() || CONDITION.matcher(bare).matches()) {
            return text;
        }
        return codes.computeIfAbsent(bare, unknown -> "text-" + (codes.size() + 1));
    }

    /** Number of different texts that were replaced. */
    int replaced() {
        return codes.size();
    }
}
