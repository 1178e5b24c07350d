package org.neuroward.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neuroward.preparation.Progress;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.recordingfile.RecordingFile;
import org.neuroward.resting.RestingAnalysis;
import org.neuroward.resting.RestingParameters;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultJson;

/**
 * {@code score resting FILE [--json] [--condition eyes-closed|eyes-open]}: the result document of a recording, the same bytes
 * that the server stores for the same file. A refusal to score is a result, not a failure.
 */
final class ScoreCommand implements Command {

    private static final String RESTING = "resting";
    private static final String CONDITION = "--condition";

    @Override
    public String name() {
        return "score";
    }

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        List<String> rest = new ArrayList<>(arguments);
        boolean json = rest.remove("--json");
        Optional<RestingCondition> condition = takeCondition(rest);
        if (rest.size() != 2
                || !rest.getFirst().equals(RESTING)
                || rest.getLast().startsWith("--")) {
            throw CommandFailure.of("score.usage");
        }
        ResultDocument document = score(InputFile.of(rest.getLast()), new RestingParameters(condition));
        console.out()
                .print(
                        json
                                ? new String(ResultJson.write(document), StandardCharsets.UTF_8)
                                : ScoreText.of(document, console.messages()));
        console.out().flush();
        return 0;
    }

    private static Optional<RestingCondition> takeCondition(List<String> arguments) throws CommandFailure {
        int at = arguments.indexOf(CONDITION);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 >= arguments.size()) {
            throw CommandFailure.of("score.usage");
        }
        arguments.remove(at);
        String code = arguments.remove(at);
        return Optional.of(RestingCondition.find(code)
                .filter(condition -> condition != RestingCondition.UNMARKED)
                .orElseThrow(() -> CommandFailure.of("score.condition", code)));
    }

    private static ResultDocument score(Path file, RestingParameters parameters) throws CommandFailure {
        try (RecordingFile opened = RecordingFile.open(file)) {
            return RestingAnalysis.score(opened.recording(), InputFile.identity(opened), parameters, Progress.NONE);
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }
}
