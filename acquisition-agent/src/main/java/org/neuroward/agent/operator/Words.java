package org.neuroward.agent.operator;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of page and terminal in one language. */
final class Words {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final Locale locale;
    private final ResourceBundle texts;

    private Words(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "org.neuroward.agent.operator.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Chinese for every kind of Chinese, English for everyone else. */
    static Words of(Locale wanted) {
        boolean chinese = wanted.getLanguage().equals(Locale.CHINESE.getLanguage());
        return new Words(chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    /** The language as HTML says it. */
    String tag() {
        return locale.equals(Locale.CHINESE) ? "zh-CN" : "en";
    }

    Locale locale() {
        return locale;
    }

    String say(String key, Object... facts) {
        Object[] asText = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            asText[i] = String.valueOf(facts[i]);
        }
        return new MessageFormat(texts.getString(key), locale).format(asText);
    }

    boolean knows(String key) {
        return texts.containsKey(key);
    }
}
