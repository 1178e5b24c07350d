package org.neuroward.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neuroward.bids.BidsException;
import org.neuroward.bids.BidsExport;
import org.neuroward.bids.BidsFacts;
import org.neuroward.bids.BidsName;
import org.neuroward.recordingfile.RecordingFile;

/**
 * {@code bids FILE FOLDER --subject LABEL --task LABEL [...]}: adds a recording to a BIDS-EEG dataset, without what tells who
 * was recorded and when.
 */
final class BidsCommand implements Command {

    @Override
    public String name() {
        return "bids";
    }

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        var rest = new ArrayList<>(arguments);
        boolean keepTexts = rest.remove("--keep-texts");
        Optional<String> subject = take(rest, "--subject");
        Optional<String> session = take(rest, "--session");
        Optional<String> task = take(rest, "--task");
        Optional<Integer> run = number(take(rest, "--run"));
        var facts = new BidsFacts(
                take(rest, "--name"), take(rest, "--reference"), number(take(rest, "--line-frequency")), keepTexts);
        boolean known = rest.stream().noneMatch(argument -> argument.startsWith("--"));
        boolean mains =
                facts.lineHertz().map(hertz -> hertz == 50 || hertz == 60).orElse(true);
        if (rest.size() != 2 || !known || !mains || subject.isEmpty() || task.isEmpty()) {
            throw CommandFailure.of("bids.usage");
        }
        Path path = InputFile.of(rest.getFirst());
        Path folder = folder(rest.getLast());
        try (RecordingFile file = RecordingFile.open(path)) {
            BidsName name = BidsName.of(subject.get(), session, task.get(), run);
            tell(BidsExport.write(file, folder, name, facts), folder, console);
            return 0;
        } catch (BidsException e) {
            throw InputFile.failure(folder, e);
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        }
    }

    private static void tell(BidsExport export, Path folder, Console console) {
        for (Path file : export.files()) {
            console.out().println(folder.relativize(file));
        }
        if (export.replacedTexts() > 0) {
            console.err().println(console.messages().text("bids.replaced", export.replacedTexts()));
        }
    }

    private static Path folder(String name) throws CommandFailure {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandFailure.of("file.missing", name);
        }
    }

    private static Optional<String> take(List<String> arguments, String option) throws CommandFailure {
        int at = arguments.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 >= arguments.size()) {
            throw CommandFailure.of("bids.usage");
        }
        arguments.remove(at);
        return Optional.of(arguments.remove(at));
    }

    private static Optional<Integer> number(Optional<String> text) throws CommandFailure {
        if (text.isPresent() && !text.get().matches("\\d{1,6}")) {
            throw CommandFailure.of("bids.usage");
        }
        return text.map(Integer::valueOf);
    }
}
