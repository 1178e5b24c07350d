package org.neuroward.clinic.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.Technician;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Annotation;

/** Server and agent as real processes; the server is killed while it records, and started again. */
class ServerKilledInMidSessionIT {

    private static final String FILE = "depression/H_S03_EC.edf";
    private static final double KILLED_AFTER_SECONDS = 20;
    private static final double STOPPED_AFTER_SECONDS = 100;

    @TempDir
    Path folder;

    @Test
    void theSessionGoesOnAndNoSampleIsLostOrDoubled() throws Exception {
        Path source = Path.of(System.getProperty("neuroward.shared", "absent"), "data", FILE);
        assumeTrue(Files.isReadable(source), "needs the shared recording " + FILE);

        try (RunningClinic clinic = RunningClinic.start(folder, "--recording", source.toString(), "--speed", "4")) {
            String session = started(clinic);
            technician(clinic)
                    .await(session, seen -> seen.path("recordedSeconds").asDouble() > KILLED_AFTER_SECONDS);

            clinic.killServer();
            clinic.startServer();

            // Who was signed in still is: sign-ins live in the database.
            Technician technician = technician(clinic);
            technician.await(
                    session,
                    seen -> seen.path("state").asText().equals("recording")
                            && seen.path("recordedSeconds").asDouble() > STOPPED_AFTER_SECONDS);
            assertThat(technician.mark(session, "after the restart").status()).isEqualTo(200);
            technician.ask(session, "stop");
            JsonNode status = technician.awaitState(session, "sealed");

            assertThat(status.path("gapSamples").asLong()).isZero();
            requireBeginningOf(
                    source, sealedFile(clinic, status.path("recordingId").asText()));
        }
    }

    private static String started(RunningClinic clinic) throws IOException, InterruptedException {
        Technician technician = technician(clinic);
        UUID order = technician.worklist().getFirst();
        technician.confirmIdentity(order);
        Technician.Answer prepared = technician.prepare(order, technician.readyBed(order), "resting-eeg/short");
        assertThat(prepared.status()).as(prepared.body().toString()).isEqualTo(201);
        String session = prepared.text("id");
        technician.awaitState(session, "prepared");
        Technician.Answer answer = technician.ask(session, "start");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return session;
    }

    private static Technician technician(RunningClinic clinic) throws IOException, InterruptedException {
        return Technician.signedIn(clinic.address(), "tech", "demo-tech");
    }

    private static Path sealedFile(RunningClinic clinic, String recordingId) {
        return clinic.dataFolder().resolve("recordings/sealed").resolve(recordingId + ".bdf");
    }

    /** The sealed file must hold the source's samples from the first on, without hole, for as long as it lasts. */
    private static void requireBeginningOf(Path source, Path sealed) throws IOException {
        try (EdfRecording expected = EdfRecording.open(source);
                EdfRecording actual = EdfRecording.open(sealed)) {
            assertThat(actual.channels()).hasSameSizeAs(expected.channels());
            for (int channel = 0; channel < expected.channels().size(); channel++) {
                int samples = Math.toIntExact(actual.samples(channel));
                double hertz = expected.channels().get(channel).rate().hertz();
                assertThat(samples / hertz).isGreaterThan(STOPPED_AFTER_SECONDS);
                assertThat(actual.gaps(channel)).isEmpty();
                int[] played = new int[samples];
                int[] stored = new int[samples];
                expected.counts(channel, 0, played);
                actual.counts(channel, 0, stored);
                assertThat(Arrays.mismatch(stored, played))
                        .as("channel %d", channel)
                        .isEqualTo(-1);
            }
            assertThat(actual.annotations())
                    .extracting(Annotation::text)
                    .containsOnlyOnce("Eyes closed", "Eyes open", "after the restart");
        }
    }
}
