package org.neuroward.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neuroward.measure.EvokedParameters;
import org.neuroward.measure.FeatureAnalysis;
import org.neuroward.measure.FeatureFamily;
import org.neuroward.measure.FeatureParameters;
import org.neuroward.measure.SignalReference;
import org.neuroward.preparation.Progress;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.recordingfile.RecordingFile;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultJson;

/**
 * {@code features FILE [--json] [--families LIST] [--reference NAME] [--condition NAME]}, with {@link EvokedOptions} where
 * events are named: every feature of a recording with definition, data used and reliability. What may not be given is part of the
 * answer, not a failure.
 */
final class FeaturesCommand implements Command {

    @Override
    public String name() {
        return "features";
    }

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        List<String> rest = new ArrayList<>(arguments);
        boolean json = rest.remove("--json");
        Optional<RestingCondition> condition = condition(takeValue(rest, "--condition"));
        Optional<EvokedParameters> evoked = EvokedOptions.take(rest);
        List<FeatureFamily> families = families(takeValue(rest, "--families"), evoked.isPresent());
        SignalReference reference = reference(takeValue(rest, "--reference"));
        if (rest.size() != 1 || rest.getFirst().startsWith("--")) {
            throw CommandFailure.of("features.usage");
        }
        var parameters = new FeatureParameters(condition, families, reference, evoked);
        ResultDocument document = measure(InputFile.of(rest.getFirst()), parameters, console);
        console.out()
                .print(
                        json
                                ? new String(ResultJson.write(document), StandardCharsets.UTF_8)
                                : FeaturesText.of(document, console.messages()));
        console.out().flush();
        return 0;
    }

    static Optional<String> takeValue(List<String> arguments, String option) throws CommandFailure {
        int at = arguments.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 >= arguments.size()) {
            throw CommandFailure.of("features.usage");
        }
        arguments.remove(at);
        return Optional.of(arguments.remove(at));
    }

    private static Optional<RestingCondition> condition(Optional<String> code) throws CommandFailure {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(RestingCondition.find(code.get())
                .filter(condition -> condition != RestingCondition.UNMARKED)
                .orElseThrow(() -> CommandFailure.of("score.condition", code.get())));
    }

    private static List<FeatureFamily> families(Optional<String> codes, boolean withEvents) throws CommandFailure {
        if (codes.isEmpty()) {
            return List.of(FeatureFamily.values());
        }
        List<FeatureFamily> families = new ArrayList<>();
        for (String code : codes.get().split(",", -1)) {
            String known = Arrays.stream(FeatureFamily.values())
                    .map(FeatureFamily::code)
                    .collect(Collectors.joining(", "));
            families.add(FeatureFamily.find(code.strip())
                    .orElseThrow(() -> CommandFailure.of("features.family", code.strip(), known)));
        }
        if (families.contains(FeatureFamily.EVOKED) != withEvents) {
            throw CommandFailure.of("features.evoked");
        }
        return families;
    }

    private static SignalReference reference(Optional<String> code) throws CommandFailure {
        if (code.isEmpty()) {
            return SignalReference.AVERAGE;
        }
        return SignalReference.find(code.get()).orElseThrow(() -> CommandFailure.of("features.reference", code.get()));
    }

    private static ResultDocument measure(Path file, FeatureParameters parameters, Console console)
            throws CommandFailure {
        try (RecordingFile recording = RecordingFile.open(file)) {
            ResultDocument.Input input = InputFile.identity(recording);
            return FeatureAnalysis.measure(recording.recording(), input, parameters, new ProgressLines(console));
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    /** Tells on standard error how far the work has come, in steps that a person can follow. */
    private static final class ProgressLines implements Progress {

        private static final int STEP_PERCENT = 20;

        private final Console console;
        private int told = 0;

        ProgressLines(Console console) {
            this.console = console;
        }

        @Override
        public void reached(double fraction, Stage stage) {
            int percent = (int) Math.floor(100 * fraction);
            if (percent >= told + STEP_PERCENT) {
                told = percent;
                console.err().println(console.messages().text("features.progress", percent));
            }
        }
    }
}
