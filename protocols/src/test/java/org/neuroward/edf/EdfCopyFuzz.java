package org.neuroward.edf;

import static org.neuroward.fuzz.WrongSuccess.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.neuroward.fuzz.FuzzInput;
import org.neuroward.fuzz.FuzzedReader;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Segment;

/** What can be read of a damaged EDF or BDF is copied; the copy must be sound and hold the same. */
public final class EdfCopyFuzz implements FuzzedReader {

    private final EdfFuzz files = new EdfFuzz();

    @Override
    public String name() {
        return "edf-copy";
    }

    @Override
    public List<FuzzInput> originals() throws IOException {
        return files.originals();
    }

    @Override
    public List<Field> fields(FuzzInput original) {
        return files.fields(original);
    }

    @Override
    public List<byte[]> words() {
        return files.words();
    }

    @Override
    public int weight() {
        return 1;
    }

    /** All possible durations of a data record are tried for all signals. */
    @Override
    public long allowedBytes(FuzzInput input) {
        return 64L << 20;
    }

    @Override
    public boolean refuses(IOException e) {
        return files.refuses(e);
    }

    @Override
    public void read(FuzzInput input, Path folder) throws IOException {
        try (EdfRecording recording = EdfRecording.recover(folder.resolve(EdfFuzz.NAME))) {
            copy(recording, folder.resolve("copy.edf"));
        }
    }

    private static void copy(EdfRecording recording, Path path) throws IOException {
        Files.deleteIfExists(path);
        try {
            EdfCopy.write(recording, true, "X", path);
        } catch (EdfFormatException e) {
            require(!Files.exists(path), "a copy that cannot be written leaves nothing behind", e.problem());
            return;
        }
        try (EdfRecording copy = EdfRecording.open(path)) {
            require(
                    texts(copy).equals(texts(recording)),
                    "a copy has the same annotations",
                    texts(recording),
                    texts(copy));
            for (int channel = 0; channel < recording.channels().size(); channel++) {
                require(
                        stored(copy, channel) == stored(recording, channel),
                        "a copy has as many samples",
                        stored(recording, channel),
                        stored(copy, channel));
                sameEnds(recording, copy, channel);
            }
        }
    }

    private static void sameEnds(EdfRecording recording, EdfRecording copy, int channel) throws IOException {
        for (boolean last : new boolean[] {false, true}) {
            List<Segment> one = recording.segments(channel);
            List<Segment> other = copy.segments(channel);
            if (!one.isEmpty()) {
                Segment a = last ? one.getLast() : one.getFirst();
                Segment b = last ? other.getLast() : other.getFirst();
                int[] expected = new int[(int) Math.min(EdfFuzz.COMPARED, Math.min(a.count(), b.count()))];
                int[] copied = new int[expected.length];
                recording.counts(channel, last ? a.endSample() - expected.length : a.firstSample(), expected);
                copy.counts(channel, last ? b.endSample() - copied.length : b.firstSample(), copied);
                require(Arrays.equals(expected, copied), "a copy has the same samples", channel, last);
            }
        }
    }

    private static long stored(EdfRecording recording, int channel) {
        return recording.segments(channel).stream().mapToLong(Segment::count).sum();
    }

    /** The writer puts blanks in place of control characters, and a full stop behind what reads like its own mark. */
    private static List<String> texts(EdfRecording recording) {
        return recording.annotations().stream()
                .map(Annotation::text)
                .map(text -> text.replaceAll("[\\p{Cntrl}&&[^\t\n\r]]", " "))
                .map(text -> Padding.isText(text) ? text + "." : text)
                .sorted()
                .toList();
    }
}
