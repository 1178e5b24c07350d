package org.neuroward.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.neuroward.edf.Deidentification;
import org.neuroward.signal.RecordingFormatException;

/** {@code deidentify FILE OUT}: the same samples without what tells who was recorded, when and by whom. */
final class DeidentifyCommand implements Command {

    @Override
    public String name() {
        return "deidentify";
    }

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        if (arguments.size() != 2 || arguments.stream().anyMatch(argument -> argument.startsWith("--"))) {
            throw CommandFailure.of("deidentify.usage");
        }
        Path file = InputFile.of(arguments.getFirst());
        Path output = output(arguments.getLast());
        try {
            Deidentification done = Deidentification.write(file, output);
            console.out()
                    .println(console.messages()
                            .text(
                                    "deidentify.done",
                                    output,
                                    done.replacedLabels(),
                                    done.omittedTexts(),
                                    done.replacedAnnotations()));
            console.out().flush();
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw CommandFailure.of("deidentify.exists", output);
        } catch (RecordingFormatException e) {
            throw InputFile.failure(file, e);
        } catch (IOException e) {
            throw CommandFailure.of("deidentify.unwritable", file, output);
        }
    }

    private static Path output(String name) throws CommandFailure {
        try {
            Path output = Path.of(name).toAbsolutePath();
            if (!Files.isDirectory(output.getParent())) {
                throw CommandFailure.of("file.missing", output.getParent());
            }
            return output;
        } catch (InvalidPathException e) {
            throw CommandFailure.of("file.missing", name);
        }
    }
}
