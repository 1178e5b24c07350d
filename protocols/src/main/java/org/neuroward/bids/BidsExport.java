package org.neuroward.bids;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neuroward.bids.BidsException.Problem;
import org.neuroward.brainvision.BrainVisionWriter;
import org.neuroward.edf.EdfCopy;
import org.neuroward.recordingfile.RecordingFile;
import org.neuroward.samplematrix.MatrixRecording;
import org.neuroward.signal.Recording;

/**
 * Adds a recording to a BIDS-EEG dataset, or begins one with it. EDF stays EDF+ and BDF stays BDF+, with the same counts;
 * BrainVision and EEGLAB become BrainVision, with the same numbers. Neither name nor birth date nor date of recording goes
 * along, nor a text that a person may have typed.
 *
 * @param files that were written for this recording
 * @param replacedTexts number of different texts of annotations that were replaced
 */
public record BidsExport(List<Path> files, int replacedTexts) {

    private static final String UNKNOWN_PATIENT = "X";

    public BidsExport {
        files = List.copyOf(files);
    }

    /**
     * @param folder of the dataset; need not exist
     * @throws BidsException when the folder is no dataset or holds the recording already; nothing is written then
     */
    public static BidsExport write(RecordingFile source, Path folder, BidsName name, BidsFacts facts)
            throws IOException {
        var dataset = new Dataset(folder);
        dataset.check();
        List<String> labels = Deidentified.labels(source.recording());
        checkLabels(labels);
        checkAbsent(dataset, name);
        dataset.add(name, facts);
        Path place = Files.createDirectories(folder.resolve(name.folder()));
        var written = new ArrayList<Path>();
        boolean whole = false;
        try {
            var texts = new TextCoding(facts.keepTexts());
            // In the order of time, whatever the order in which the parts below ask.
            source.recording().annotations().forEach(annotation -> texts.apply(annotation.text()));
            samples(source, texts, place, name.stem() + "_eeg", written);
            sidecars(source.recording(), texts, place, name, facts, written);
            whole = true;
            return new BidsExport(written, texts.replaced());
        } finally {
            if (!whole) {
                for (Path file : written) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void samples(RecordingFile source, TextCoding texts, Path place, String stem, List<Path> written)
            throws IOException {
        if (source.recording() instanceof MatrixRecording matrix) {
            written.addAll(BrainVisionWriter.write(matrix, Deidentified.labels(matrix), texts::apply, place, stem));
        } else {
            boolean bits24 = source.format().startsWith("BDF");
            Path path = place.resolve(stem + (bits24 ? ".bdf" : ".edf"));
            EdfCopy.write(new Deidentified(source.recording(), texts), bits24, UNKNOWN_PATIENT, path);
            written.add(path);
        }
    }

    private static void sidecars(
            Recording recording, TextCoding texts, Path place, BidsName name, BidsFacts facts, List<Path> written)
            throws IOException {
        var sidecars = new Sidecars(recording);
        create(place, name.stem() + "_eeg.json", Json.text(sidecars.eeg(name, facts)), written);
        create(place, name.stem() + "_channels.tsv", sidecars.channels(), written);
        var coded = new Deidentified(recording, texts).annotations();
        create(place, name.stem() + "_events.tsv", sidecars.events(coded), written);
        create(place, name.stem() + "_events.json", Json.text(Sidecars.eventColumns()), written);
    }

    private static void create(Path place, String name, String text, List<Path> written) throws IOException {
        Path path = place.resolve(name);
        Files.writeString(path, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        written.add(path);
    }

    private static void checkAbsent(Dataset dataset, BidsName name) throws IOException {
        Path place = dataset.folder().resolve(name.folder());
        if (!Files.isDirectory(place)) {
            return;
        }
        try (var files = Files.list(place)) {
            if (files.anyMatch(
                    file -> file.getFileName().toString().matches(name.stem() + "_(eeg|channels|events)\\..*"))) {
                throw new BidsException(Problem.FILE_EXISTS, Map.of("name", name.stem()));
            }
        }
    }

    private static void checkLabels(List<String> labels) throws BidsException {
        if (labels.isEmpty()) {
            throw new BidsException(Problem.NO_CHANNELS, Map.of());
        }
        Set<String> known = new HashSet<>();
        for (String label : labels) {
            if (!known.add(label)) {
                throw new BidsException(Problem.LABELS_REPEATED, Map.of("label", label));
            }
        }
    }
}
