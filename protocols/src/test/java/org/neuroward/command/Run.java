package org.neuroward.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What one call of the command line printed, and how it ended. */
record Run(int exitCode, String out, String err) {

    static Run of(Locale locale, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                locale);
        int exitCode = Main.run(List.of(arguments), console);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    void assertFailedWithOneSentence(String end) {
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.lines()).hasSize(1);
        assertThat(err.strip()).endsWith(end).doesNotContain("Exception", "\tat ", "{");
    }
}
