package org.neuroward.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neuroward.evoked.Maturity;
import org.neuroward.measure.EvokedComponent;
import org.neuroward.measure.EvokedParameters;
import org.neuroward.measure.EvokedParameters.Window;

/**
 * {@code --component NAME --events KIND=TEXT … [--window FROM-TO] [--maturity adult|child]}, as typed: which annotations of a
 * recording are the events of which component.
 */
final class EvokedOptions {

    private static final Pattern WINDOW = Pattern.compile("(\\d{1,4})-(\\d{1,4})");
    private static final double MILLISECONDS = 1000;

    private EvokedOptions() {}

    /** Takes the options out of the arguments; empty when there are none of them. */
    static Optional<EvokedParameters> take(List<String> arguments) throws CommandFailure {
        Optional<String> name = FeaturesCommand.takeValue(arguments, "--component");
        List<String> events = takeAll(arguments, "--events");
        Optional<String> window = FeaturesCommand.takeValue(arguments, "--window");
        Optional<String> maturity = FeaturesCommand.takeValue(arguments, "--maturity");
        if (name.isEmpty()) {
            if (!events.isEmpty() || window.isPresent() || maturity.isPresent()) {
                throw CommandFailure.of("features.evoked");
            }
            return Optional.empty();
        }
        EvokedComponent component =
                EvokedComponent.find(name.get()).orElseThrow(() -> CommandFailure.of("features.component", name.get()));
        return Optional.of(new EvokedParameters(
                component, texts(component, events), maturity(maturity), window(component, window)));
    }

    private static List<String> takeAll(List<String> arguments, String option) throws CommandFailure {
        List<String> all = new ArrayList<>();
        for (Optional<String> next = FeaturesCommand.takeValue(arguments, option);
                next.isPresent();
                next = FeaturesCommand.takeValue(arguments, option)) {
            all.add(next.get());
        }
        return all;
    }

    private static Map<String, String> texts(EvokedComponent component, List<String> events) throws CommandFailure {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String event : events) {
            int equals = event.indexOf('=');
            String kind = equals < 0 ? event : event.substring(0, equals);
            String text = equals < 0 ? "" : event.substring(equals + 1);
            if (text.isBlank() || texts.containsValue(text) || texts.putIfAbsent(kind, text) != null) {
                throw events(component);
            }
        }
        if (!texts.keySet().equals(new java.util.LinkedHashSet<>(component.events()))) {
            throw events(component);
        }
        return texts;
    }

    private static CommandFailure events(EvokedComponent component) {
        String example = String.join(
                " ",
                component.events().stream()
                        .map(kind -> "--events " + kind + "=TEXT")
                        .toList());
        return CommandFailure.of("features.events", component.code(), example);
    }

    private static Maturity maturity(Optional<String> code) throws CommandFailure {
        if (code.isEmpty()) {
            return Maturity.ADULT;
        }
        return Arrays.stream(Maturity.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(code.get()))
                .findFirst()
                .orElseThrow(() -> CommandFailure.of("features.maturity", code.get()));
    }

    private static Optional<Window> window(EvokedComponent component, Optional<String> typed) throws CommandFailure {
        if (typed.isPresent() != (component == EvokedComponent.DIFFERENCE)) {
            throw CommandFailure.of("features.window");
        }
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Matcher window = WINDOW.matcher(typed.get());
        if (!window.matches()) {
            throw CommandFailure.of("features.window");
        }
        double from = Integer.parseInt(window.group(1)) / MILLISECONDS;
        double to = Integer.parseInt(window.group(2)) / MILLISECONDS;
        // at the lowest rate that is measured, 100 Hz, a window of 10 ms still holds a sample
        if (!(to - from > 0.0099) || to > Window.LATEST_SECONDS) {
            throw CommandFailure.of("features.window");
        }
        return Optional.of(new Window(from, to));
    }
}
