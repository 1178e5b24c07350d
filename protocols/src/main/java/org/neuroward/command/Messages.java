package org.neuroward.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
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

    /** A text whose slots are named: {@code {secondsClean}}. */
    String named(String key, Map<String, Object> facts) {
        String text = bundle.getString(key);
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", plain(fact.getValue()));
        }
        return text;
    }

    /** At most three decimals; whole numbers without any. */
    private static String plain(Object value) {
        return value instanceof Number number
                ? BigDecimal.valueOf(number.doubleValue())
                        .setScale(3, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(value);
    }
}
