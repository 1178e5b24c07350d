package org.neuroward.command;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Where a command answers.
 *
 * @param out the answer and nothing else
 * @param err the sentence of a failure
 * @param locale of the person at the terminal
 */
record Console(PrintStream out, PrintStream err, Locale locale) {

    Messages messages() {
        return Messages.of(locale);
    }
}
