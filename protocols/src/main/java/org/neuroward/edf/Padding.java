package org.neuroward.edf;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Samples that fill up a data record and were never recorded. An annotation over their time says so, in a text that names
 * the signals by their numbers in the file: {@code Neuroward: padding, not recorded, signals 1-19}. This reader leaves those
 * samples out; every other program shows the text.
 *
 * @param firstSignal number of the first signal, from 0
 * @param lastSignal number of the last signal, inclusive
 */
record Padding(long onsetNanos, long durationNanos, int firstSignal, int lastSignal) {

    private static final Pattern TEXT =
            Pattern.compile("Neuroward: padding, not recorded, signals (\\d{1,4})-(\\d{1,4})");

    /** @param written one of the texts of {@code tal} */
    static Optional<Padding> find(Tal tal, String written) {
        if (tal.durationNanos().isEmpty()) {
            return Optional.empty();
        }
        Matcher text = TEXT.matcher(written);
        return text.matches()
                ? Optional.of(new Padding(
                        tal.onsetNanos(), tal.durationNanos().get(), number(text, 1) - 1, number(text, 2) - 1))
                : Optional.empty();
    }

    static boolean isText(String text) {
        return TEXT.matcher(text).matches();
    }

    String text() {
        return "Neuroward: padding, not recorded, signals " + (firstSignal + 1) + "-" + (lastSignal + 1);
    }

    boolean touches(int signal) {
        return signal >= firstSignal && signal <= lastSignal;
    }

    private static int number(Matcher text, int group) {
        return Integer.parseInt(text.group(group));
    }
}
