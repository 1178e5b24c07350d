package org.neuroward.brainvision;

import static org.neuroward.fuzz.WrongSuccess.require;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.neuroward.fuzz.FuzzInput;
import org.neuroward.fuzz.FuzzedReader;
import org.neuroward.samplematrix.MatrixJudge;

/** Header, markers and data of BrainVision recordings, spoilt alone and together. */
public final class BrainVisionFuzz implements FuzzedReader {

    private static final String HEADER = "rec.vhdr";
    private static final String MARKERS = "rec.vmrk";
    private static final String DATA = "rec.eeg";
    private static final Pattern VALUE = Pattern.compile("(?<==)[^,\\r\\n]+|(?<=,)[^,\\r\\n]+");

    @Override
    public String name() {
        return "brainvision";
    }

    @Override
    public List<FuzzInput> originals() throws IOException {
        var originals = new ArrayList<FuzzInput>();
        originals.add(input(VisionFiles.HEADER, VisionFiles.MARKERS, VisionFiles.floats()));
        originals.add(input(
                VisionFiles.HEADER.replace("MULTIPLEXED", "VECTORIZED\nDataPoints=10"),
                VisionFiles.MARKERS + "Mk3=New Segment,,6,1,0,20240229101118123456\nMk4=New Segment,,8,1,0,\n",
                VisionFiles.floats()));
        originals.add(input(
                VisionFiles.HEADER.replace("IEEE_FLOAT_32", "INT_16").replace(",,1,", ",,0.1,"),
                VisionFiles.MARKERS,
                VisionFiles.floats()));
        originals.add(input(
                VisionFiles.HEADER.replace("IEEE_FLOAT_32", "INT_32").replace("µV", "mV"),
                VisionFiles.MARKERS,
                VisionFiles.floats()));
        return originals;
    }

    private static FuzzInput input(String header, String markers, byte[] data) {
        return FuzzInput.of(HEADER, header.getBytes(StandardCharsets.UTF_8))
                .with(MARKERS, markers.getBytes(StandardCharsets.UTF_8))
                .with(DATA, data);
    }

    @Override
    public List<Field> fields(FuzzInput original) {
        var fields = new ArrayList<Field>();
        for (String file : List.of(HEADER, MARKERS)) {
            // One character for each byte, so that places in the text are places in the file.
            Matcher values = VALUE.matcher(new String(original.bytes(file), StandardCharsets.ISO_8859_1));
            while (values.find()) {
                fields.add(new Field(file, values.start(), values.end() - values.start()));
            }
        }
        return fields;
    }

    @Override
    public List<byte[]> words() {
        return Stream.of(
                        "[Common Infos]",
                        "[Binary Infos]",
                        "[Channel Infos]",
                        "[Marker Infos]",
                        "\n",
                        "=",
                        ",",
                        "\\1",
                        "INT_16",
                        "INT_32",
                        "IEEE_FLOAT_32",
                        "VECTORIZED",
                        "MULTIPLEXED",
                        "New Segment",
                        "1E-30",
                        "1E30",
                        "rec.eeg",
                        "rec.vhdr",
                        "$b.eeg",
                        "../rec.eeg",
                        "nV",
                        "V",
                        "C",
                        "0.1",
                        "4000",
                        "3906,25",
                        "20240229101112123456",
                        "99991231235959999999",
                        "19850101000000000000",
                        "00000000000000000000",
                        "Mk5=New Segment,,7,1,0,20990101000000000000\n",
                        "\u00b5",
                        "\u00ff\u00fe",
                        "\u00ef\u00bb\u00bf")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Override
    public void read(FuzzInput input, Path folder) throws IOException {
        try (BrainVisionFile file = BrainVisionFile.recover(folder.resolve(HEADER))) {
            var judge = new MatrixJudge(file.recording());
            judge.notices(file.notices());
            judge.data(Files.readAllBytes(file.files().getLast()));
            judge.recording();
            if (!file.damage().isEmpty()) {
                requireRefused(folder.resolve(HEADER));
            }
        }
    }

    private static void requireRefused(Path path) throws IOException {
        boolean opened = false;
        try {
            BrainVisionFile.open(path).close();
            opened = true;
        } catch (BrainVisionFormatException e) {
            require(e.problem() == BrainVisionProblem.TRUNCATED, "damage is a truncated file", e.problem());
        }
        require(!opened, "a damaged recording is refused by open");
    }

    @Override
    public boolean refuses(IOException e) {
        return e instanceof BrainVisionFormatException format
                && !format.sentence(Locale.ENGLISH).contains("{limit")
                && !format.sentence(Locale.CHINESE).isBlank();
    }
}
