package org.neuroward.bids;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neuroward.bids.BidsException.Problem;
import org.neuroward.scoring.Software;

/** The folder of a dataset: its description, its participants. What is there already is kept. */
final class Dataset {

    static final String BIDS_VERSION = "1.8.0";

    private static final String DESCRIPTION = "dataset_description.json";
    private static final String PARTICIPANTS = "participants.tsv";
    private static final String README = """
            EEG recordings, written by Neuroward in the form of BIDS.

            Recordings bear no name, no birth date and no date of recording. Times count from the first sample. What a recording
            does not say and nobody stated is written n/a. Positions of electrodes are not given unless they were measured.
            """;

    private final Path folder;

    Dataset(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** @throws BidsException when the folder holds something, and that is no dataset */
    void check() throws IOException {
        Path description = folder.resolve(DESCRIPTION);
        if (Files.isRegularFile(description)) {
            JsonNode json;
            try {
                json = new ObjectMapper().readTree(description.toFile());
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new BidsException(Problem.NOT_A_DATASET, Map.of());
            }
            if (!json.has("BIDSVersion")) {
                throw new BidsException(Problem.NOT_A_DATASET, Map.of());
            }
        } else if (Files.exists(folder) && !isEmpty()) {
            throw new BidsException(Problem.NOT_A_DATASET, Map.of());
        }
        Path participants = folder.resolve(PARTICIPANTS);
        if (Files.exists(participants) && !lines(participants).getFirst().matches("participant_id(\t.*)?")) {
            throw new BidsException(Problem.PARTICIPANTS_UNREADABLE, Map.of());
        }
    }

    /** Begins the dataset if there is none, and adds the participant if it is new. */
    void add(BidsName name, BidsFacts facts) throws IOException {
        Files.createDirectories(folder);
        if (!Files.exists(folder.resolve(DESCRIPTION))) {
            Files.writeString(folder.resolve(DESCRIPTION), Json.text(description(facts)));
        }
        if (!hasReadme()) {
            Files.writeString(folder.resolve("README"), README);
        }
        Path participants = folder.resolve(PARTICIPANTS);
        List<String> rows = Files.exists(participants)
                ? new ArrayList<>(lines(participants))
                : new ArrayList<>(List.of("participant_id"));
        boolean known =
                rows.stream().anyMatch(row -> row.split("\t", 2)[0].strip().equals(name.participant()));
        if (!known) {
            int columns = rows.getFirst().split("\t", -1).length;
            rows.add(name.participant() + "\tn/a".repeat(columns - 1));
            replace(participants, String.join("\n", rows) + "\n");
        }
    }

    private static Map<String, Object> description(BidsFacts facts) {
        var json = new LinkedHashMap<String, Object>();
        json.put("Name", facts.dataset().orElse("EEG recordings"));
        json.put("BIDSVersion", BIDS_VERSION);
        json.put("DatasetType", "raw");
        var program = new LinkedHashMap<String, Object>();
        program.put("Name", "Neuroward");
        program.put("Version", Software.CURRENT.version());
        json.put("GeneratedBy", List.of(program));
        return json;
    }

    private boolean isEmpty() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private boolean hasReadme() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().matches("README(\\.\\w+)?"));
        }
    }

    private static List<String> lines(Path table) throws IOException {
        try {
            List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.isEmpty() ? List.of("participant_id") : lines;
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new BidsException(Problem.PARTICIPANTS_UNREADABLE, Map.of());
        }
    }

    /** Whole or not at all, whatever happens in between. */
    private void replace(Path table, String text) throws IOException {
        Path fresh = Files.createTempFile(folder, ".participants", ".tsv");
        Files.writeString(fresh, text);
        Files.move(fresh, table, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
