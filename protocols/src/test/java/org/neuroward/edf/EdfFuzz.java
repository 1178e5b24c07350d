package org.neuroward.edf;

import static org.neuroward.fuzz.WrongSuccess.require;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.neuroward.fuzz.FuzzInput;
import org.neuroward.fuzz.FuzzedReader;

/** EDF and BDF: opened, recovered and read; judged by a second, naive reading. */
public final class EdfFuzz implements FuzzedReader {

    static final String NAME = "input.edf";
    private static final int LARGEST_ORIGINAL = 12_000;
    /** Samples that are compared at each end of a stretch. */
    static final int COMPARED = 64;

    @Override
    public String name() {
        return "edf";
    }

    @Override
    public List<FuzzInput> originals() throws IOException {
        var files = new ArrayList<byte[]>();
        files.add(TestFile.plain(3)
                .record(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
                .record(IntStream.range(-6, 6).toArray())
                .bytes());
        files.add(TestFile.bdf(2)
                .record(-8_388_608, 8_388_607, 0, -1, 1, 2, 3, 4)
                .record(9, 8, 7, 6, 5, 4, 3, 2)
                .bytes());
        files.add(TestFile.plus("EDF+C")
                .record("+0.25\24\24\0+1\u00152\24text\24\0", 1, 2, 3, 4)
                .record("+1.25\24\24\0", 5, 6, 7, 8)
                .bytes());
        files.add(TestFile.plus("EDF+D")
                .record("+0\24\24\0", 1, 2, 3, 4)
                .record("+60\24\24\0+61\24a\24b\24\0", 5, 6, 7, 8)
                .record("+61\24\24\0", 9, 10, 11, 12)
                .bytes());
        files.add(mixedRates());
        files.addAll(beginningsOfRealFiles());
        return files.stream().map(bytes -> FuzzInput.of(NAME, bytes)).toList();
    }

    /** Two rates, a hole, padding, a sub-second start: what the writer makes of it. */
    private static byte[] mixedRates() throws IOException {
        Path folder = Files.createTempDirectory("neuroward-fuzz");
        Path path = folder.resolve("mixed.edf");
        EdfCopy.write(SmallRecording.withHoles(), true, "X", path);
        byte[] bytes = Files.readAllBytes(path);
        Files.delete(path);
        Files.delete(folder);
        return bytes;
    }

    private static List<byte[]> beginningsOfRealFiles() throws IOException {
        Path folder = Path.of(System.getProperty("neuroward.shared", "../../shared"), "data", "edf");
        var beginnings = new ArrayList<byte[]>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    beginning(Files.readAllBytes(file)).ifPresent(beginnings::add);
                }
            }
        }
        return beginnings;
    }

    /** Header and as many data records as stay small. */
    private static java.util.Optional<byte[]> beginning(byte[] bytes) {
        var naive = new NaiveEdf(bytes);
        int header = 256 * (naive.signals + 1);
        long records = Math.min((LARGEST_ORIGINAL - header) / naive.recordBytes(), naive.wholeRecords());
        if (records < 1) {
            return java.util.Optional.empty();
        }
        byte[] beginning = Arrays.copyOf(bytes, (int) (header + records * naive.recordBytes()));
        byte[] count = String.format(Locale.ROOT, "%-8d", records).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(count, 0, beginning, 236, 8);
        return java.util.Optional.of(beginning);
    }

    @Override
    public List<Field> fields(FuzzInput original) {
        int signals = new NaiveEdf(original.bytes()).signals;
        var fields = new ArrayList<Field>();
        for (HeaderField field : HeaderField.values()) {
            for (int signal = 0; signal < (field.perSignal() ? signals : 1); signal++) {
                fields.add(new Field(NAME, field.offset(signal, signals), field.size));
            }
        }
        return fields;
    }

    @Override
    public List<byte[]> words() {
        return Stream.of(
                        "EDF+C",
                        "EDF+D",
                        "BDF+D",
                        "EDF Annotations",
                        "BDF Annotations",
                        "uV",
                        "V",
                        "\0",
                        "+1\24\24\0",
                        "+999999999\24\24\0",
                        "+1000000000\24\24\0",
                        "-5.5\u00153\24x\24\0",
                        "+0\u001510\24Neuroward: padding, not recorded, signals 1-9999\24\0",
                        "\u00ffBIOSEMI",
                        "0       ",
                        "Startdate 31-FEB-2002 X X X",
                        "99.99.99",
                        "\u00d5\u00c5\u00c8\u00fd")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Override
    public boolean refuses(IOException e) {
        return e instanceof EdfFormatException format
                && !format.sentence(Locale.ENGLISH).isBlank()
                && !format.sentence(Locale.CHINESE).isBlank();
    }

    @Override
    public void read(FuzzInput input, Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        try (EdfRecording recording = EdfRecording.recover(path)) {
            recording
                    .notices()
                    .forEach(notice -> require(
                            !notice.sentence(Locale.CHINESE).isBlank(), "a notice is a sentence", notice.kind()));
            var judge = new EdfJudge(recording, new NaiveEdf(input.bytes()));
            judge.header();
            judge.records();
            judge.annotations();
            for (int channel = 0; channel < recording.channels().size(); channel++) {
                judge.samples(channel, COMPARED);
            }
            if (!recording.damage().isEmpty()) {
                requireRefused(path);
            } else if (Math.floorMod(Arrays.hashCode(input.bytes()), 8) == 0) {
                EdfRecording.open(path).close();
            }
        }
    }

    private static void requireRefused(Path path) throws IOException {
        boolean opened = false;
        try {
            EdfRecording.open(path).close();
            opened = true;
        } catch (EdfFormatException e) {
            require(!e.sentence(Locale.ENGLISH).isBlank(), "a refusal is a sentence", e.problem());
        }
        require(!opened, "a damaged file is refused by open");
    }

    /** @param expected as the header writes it */
    static boolean same(double value, BigDecimal expected) {
        return value == expected.doubleValue();
    }
}
