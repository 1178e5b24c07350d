package org.neuroward.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.neuroward.edf.EdfFormatException;
import org.neuroward.edf.EdfNotice;
import org.neuroward.edf.EdfRecording;

/**
 * {@code edf FILE [--json]}: what a file holds, down to a digest of each signal's samples. Of a damaged file it shows what
 * is there, and then fails all the same.
 */
final class EdfCommand implements Command {

    @Override
    public String name() {
        return "edf";
    }

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        boolean json = arguments.contains("--json");
        List<String> files = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        boolean known =
                arguments.stream().allMatch(argument -> !argument.startsWith("--") || argument.equals("--json"));
        if (files.size() != 1 || !known) {
            throw CommandFailure.of("edf.usage");
        }
        Path file = InputFile.of(files.getFirst());
        try (EdfRecording recording = EdfRecording.recover(file)) {
            EdfContents contents = EdfContents.of(file, recording);
            console.out().print(json ? contents.toJson() : EdfText.of(contents, recording, console));
            console.out().flush();
            failIfDamaged(file, recording.damage());
            if (json) {
                remark(file, recording.notices(), console);
            }
            return 0;
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    private static void failIfDamaged(Path file, List<EdfFormatException> damage) throws CommandFailure {
        if (!damage.isEmpty()) {
            throw InputFile.failure(file, damage.getFirst());
        }
    }

    /** JSON speaks English; the person at the terminal is told in one sentence of their own what it holds. */
    private static void remark(Path file, List<EdfNotice> notices, Console console) {
        if (notices.isEmpty()) {
            return;
        }
        String first = notices.getFirst().sentence(console.locale());
        String sentence = notices.size() == 1
                ? console.messages().text("file.format", file, first)
                : console.messages().text("edf.noticed", file, notices.size(), first);
        console.err().println(Main.oneLine(sentence));
    }
}
