package org.neuroward.command;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Chinese when the terminal's locale asks for it, else English. */
final class TerminalLanguage {

    private TerminalLanguage() {}

    /** The first variable that is set decides, as POSIX has it; {@code user.language} may also be given to Java itself. */
    static Locale of(Map<String, String> environment, String userLanguage) {
        String posix = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        boolean chinese = posix.startsWith("zh") || userLanguage.startsWith("zh");
        return chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
