package org.neuroward.command;

import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of the command line in one language. */
final class Messages {

    private static final ResourceBundle.Control EXACT_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static Messages of(Locale locale) {
        return new Messages(ResourceBundle.getBundle("org.neuroward.command.messages", locale, EXACT_LANGUAGE));
    }

    String text(String key, Object... facts) {
        String text = bundle.getString(key);
        for (int i = 0; i < facts.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(facts[i]));
        }
        return text;
    }
}
