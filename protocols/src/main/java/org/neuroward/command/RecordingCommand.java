package org.neuroward.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.neuroward.recordingfile.RecordingFile;

/**
 * {@code recording FILE [--json]}: what a recording of any format holds. Of a damaged file it shows what is there, and then
 * fails all the same.
 */
final class RecordingCommand implements Command {

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        boolean json = arguments.contains("--json");
        List<String> files = arguments.stream()
                .filter(argument -> !argument.equals("--json"))
                .toList();
        if (files.size() != 1 || files.getFirst().startsWith("--")) {
            throw CommandFailure.of("recording.usage");
        }
        Path path = InputFile.of(files.getFirst());
        try (RecordingFile file = RecordingFile.recover(path)) {
            RecordingContents contents = RecordingContents.of(file);
            console.out().print(json ? ContentsJson.of(contents) : RecordingText.of(contents, file.notices(), console));
            console.out().flush();
            if (!file.damage().isEmpty()) {
                throw InputFile.failure(path, file.damage().getFirst());
            }
            return 0;
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        }
    }
}
