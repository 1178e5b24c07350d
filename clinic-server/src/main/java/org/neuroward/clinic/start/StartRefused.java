package org.neuroward.clinic.start;

import java.util.List;

/** The server cannot start here and now; the reason is a key of {@link StartTexts} with its facts. */
final class StartRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> facts;

    StartRefused(String key, Object... facts) {
        super(key + " " + List.of(facts));
        this.key = key;
        this.facts = List.of(facts);
    }

    String sentence(StartTexts texts) {
        return texts.say(key, facts.toArray());
    }
}
