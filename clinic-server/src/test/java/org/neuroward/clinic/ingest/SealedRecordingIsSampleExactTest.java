package org.neuroward.clinic.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.agent.AgentInTest;
import org.neuroward.clinic.recording.RecordingState;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.session.BedInTest;
import org.neuroward.drill.Technician;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Segment;

/** The real agent plays a file to the real server; what is sealed must be the file's very samples. */
@QuarkusTest
class SealedRecordingIsSampleExactTest {

    private static final int SPEED = 1000;

    @Inject
    BedInTest given;

    @Inject
    AgentsServer server;

    @Inject
    Recordings recordings;

    @TestHTTPResource
    URI address;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resting/Subject00_1.edf",
                "resting/eeglab_data.edf",
                "depression/H_S03_EC.edf",
                "edf/test_generator.bdf",
                "edf/test_generator.edf",
                "edf/bdfPlusC.bdf",
                "edf/edfPlusC.edf",
                "edf/edfPlusD.edf",
                "edf/test_edf_overlapping_annotations.edf"
            })
    void everySampleOfTheSourceIsInTheSealedFile(String file) throws Exception {
        Path source = sharedFile(file);
        String name = "exact-" + UUID.randomUUID();
        UUID bed = given.bed(name);
        UUID order = given.order(given.technician(name));
        Technician technician = Technician.signedIn(address, name, BedInTest.PASSWORD);

        try (var agent = AgentInTest.playing(source, SPEED, server.port(), name, BedInTest.SECRET, folder)) {
            StoredRecording recording = recordWhole(technician, order, bed);

            StoredRecording.SealedFile sealed = recording.sealed().orElseThrow();
            assertThat(sha256(sealed.path())).isEqualTo(sealed.sha256());
            assertThat(Files.size(sealed.path())).isEqualTo(sealed.bytes());
            try (EdfRecording expected = EdfRecording.open(source);
                    EdfRecording actual = EdfRecording.open(sealed.path())) {
                requireSame(expected, actual);
            }
        }
    }

    private StoredRecording recordWhole(Technician technician, UUID order, UUID bed) throws Exception {
        given.awaitConnected(bed);
        Technician.Answer prepared = technician.prepare(order, bed, "resting-eeg/short");
        assertThat(prepared.status()).as(prepared.body().toString()).isEqualTo(201);
        String session = prepared.text("id");
        technician.awaitState(session, "prepared");
        Technician.Answer started = technician.ask(session, "start");
        assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
        JsonNode status = technician.awaitState(session, "sealed");
        StoredRecording recording =
                recordings.get(UUID.fromString(status.path("recordingId").asText()));
        assertThat(recording.state()).isEqualTo(RecordingState.SEALED);
        return recording;
    }

    private static void requireSame(EdfRecording expected, EdfRecording actual) throws IOException {
        List<Channel> channels = expected.channels();
        assertThat(actual.channels()).hasSameSizeAs(channels);
        for (int channel = 0; channel < channels.size(); channel++) {
            Channel source = channels.get(channel);
            Channel sealed = actual.channels().get(channel);
            assertThat(sealed.label()).isEqualTo(source.label());
            assertThat(sealed.unit()).isEqualTo(source.unit());
            assertThat(sealed.digital()).isEqualTo(source.digital());
            assertThat(sealed.physical()).isEqualTo(source.physical());
            // A rate is samples over record duration; another duration may round its last bit.
            assertThat(sealed.rate().hertz()).isCloseTo(source.rate().hertz(), within(1e-9));
            assertThat(actual.segments(channel)).isEqualTo(expected.segments(channel));
            for (Segment segment : expected.segments(channel)) {
                assertThat(counts(actual, channel, segment)).isEqualTo(counts(expected, channel, segment));
            }
        }
    }

    private static int[] counts(EdfRecording recording, int channel, Segment segment) throws IOException {
        int[] counts = new int[Math.toIntExact(segment.count())];
        recording.counts(channel, segment.firstSample(), counts);
        return counts;
    }

    private static Path sharedFile(String name) {
        Path file = Path.of(System.getProperty("neuroward.shared", "absent"), "data", name);
        assumeTrue(Files.isReadable(file), "needs the shared recording " + name);
        return file;
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
