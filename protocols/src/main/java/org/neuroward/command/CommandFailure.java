package org.neuroward.command;

import java.util.Locale;
import java.util.function.Function;

/** A command could not do what it was asked; holds one sentence for the person who asked. */
final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Function<Locale, String> sentence;

    /** @param sentence one sentence in the language of its argument */
    CommandFailure(Function<Locale, String> sentence) {
        super(sentence.apply(Locale.ENGLISH));
        this.sentence = sentence;
    }

    /** @param key in {@code messages.properties}, whose {@code {0}}, {@code {1}} … are {@code facts} */
    static CommandFailure of(String key, Object... facts) {
        return new CommandFailure(locale -> Messages.of(locale).text(key, facts));
    }

    String sentence(Locale locale) {
        return sentence.apply(locale);
    }
}
