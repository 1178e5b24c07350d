package org.neuroward.clinic.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** What the console says, in the operator's language: Chinese where the machine speaks Chinese, English elsewhere. */
final class StartTexts {
    private final ResourceBundle bundle;
    private final Locale locale;

    StartTexts(Locale machine) {
        locale = machine.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        bundle = read(locale.equals(Locale.CHINESE) ? "texts_zh.properties" : "texts.properties");
    }

    /** The machine's language; on POSIX systems {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} say it, in this order. */
    static StartTexts ofMachine() {
        return new StartTexts(Locale.getDefault(Locale.Category.DISPLAY));
    }

    String say(String key, Object... facts) {
        Object[] plain = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            plain[i] = Objects.toString(facts[i]);
        }
        return new MessageFormat(bundle.getString(key), locale).format(plain);
    }

    private static ResourceBundle read(String name) {
        try (InputStream in = StartTexts.class.getResourceAsStream(name)) {
            return new PropertyResourceBundle(
                    new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
