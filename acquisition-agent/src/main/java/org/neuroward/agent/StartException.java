package org.neuroward.agent;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.neuroward.agent.device.AddressException;

/** The agent cannot start, for a reason that whoever started it can change; said in one sentence in that person's language. */
final class StartException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] facts;

    StartException(String key, Object... facts) {
        super(sentence(key, facts, Locale.ENGLISH));
        this.key = key;
        this.facts = facts.clone();
    }

    static StartException of(AddressException wrong) {
        return new StartException("device." + wrong.code(), wrong.facts());
    }

    String sentence(Locale locale) {
        return sentence(key, facts, locale);
    }

    static String sentence(String key, Object[] facts, Locale locale) {
        var bundle = ResourceBundle.getBundle(
                "org.neuroward.agent.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] texts = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            // Numbers as they are: a port is no amount with thousands separators.
            texts[i] = String.valueOf(facts[i]);
        }
        return new MessageFormat(bundle.getString(key), locale).format(texts);
    }
}
