package org.neuroward.clinic.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.recording.RecordingSealed;
import org.neuroward.clinic.reporting.Reports;
import org.neuroward.clinic.reporting.StoredVisit;
import org.neuroward.clinic.screening.ScoringProgress.Stage;
import org.neuroward.clinic.start.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ScoringTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    StoredVisit visits;

    @Inject
    Screening screening;

    @Inject
    Results results;

    @Inject
    Reports reports;

    @Inject
    Event<RecordingSealed> sealed;

    @Inject
    EntityManager entities;

    @ConfigProperty(name = "neuroward.data-folder")
    Path dataFolder;

    @Test
    void theStoredBytesAreThoseThatTheCommandLinePrints() throws Exception {
        StoredVisit.Visit visit = visit(SyntheticRest.seconds(90));

        sealed.fireAsync(new RecordingSealed(visit.recordingId(), visit.sessionId()));

        awaitStage(visit.recordingId(), Stage.DONE);
        StoredResult stored = results.findOf(visit.recordingId()).orElseThrow();
        assertThat(new String(stored.bytes())).isEqualTo(printedByTheCommandLine(fileOf(visit)));
        assertThat(reports.ofSession(visit.sessionId())).isPresent();
    }

    @Test
    void aRecordingWithTooLittleSignalStillGetsItsReport() throws Exception {
        StoredVisit.Visit visit = visit(SyntheticRest.seconds(20));

        sealed.fireAsync(new RecordingSealed(visit.recordingId(), visit.sessionId()));

        awaitStage(visit.recordingId(), Stage.DONE);
        assertThat(results.findOf(visit.recordingId()).orElseThrow().document().refusal())
                .isPresent();
        assertThat(reports.ofSession(visit.sessionId()))
                .hasValueSatisfying(
                        report -> assertThat(report.quality().refused()).isTrue());
    }

    @Test
    void aSpoiltRecordingStopsNeitherTheNextNorItsOwnSecondTrial() throws Exception {
        byte[] good = SyntheticRest.seconds(70);
        StoredVisit.Visit spoilt = visit(good);
        StoredVisit.Visit next = visit(good);
        Files.writeString(fileOf(spoilt), "not the sealed file");

        sealed.fireAsync(new RecordingSealed(spoilt.recordingId(), spoilt.sessionId()));
        sealed.fireAsync(new RecordingSealed(next.recordingId(), next.sessionId()));

        awaitStage(spoilt.recordingId(), Stage.FAILED);
        awaitStage(next.recordingId(), Stage.DONE);
        assertThat(screening.progressOf(spoilt.recordingId()).orElseThrow().failureCode())
                .contains("file-changed");
        assertThat(screening.failed())
                .extracting(Screening.FailedRecording::recordingId)
                .contains(spoilt.recordingId());
        Files.write(fileOf(spoilt), good);
        assertThat(screening.tryAgain(spoilt.recordingId())).isTrue();
        awaitStage(spoilt.recordingId(), Stage.DONE);
        assertThat(reports.ofSession(spoilt.sessionId())).isPresent();
    }

    @Test
    void whatWasSealedWhileNobodyListenedIsPickedUp() throws Exception {
        StoredVisit.Visit visit = visit(SyntheticRest.seconds(65));

        screening.pickUp();

        awaitStage(visit.recordingId(), Stage.DONE);
    }

    @Test
    void aJobThatTheLastRunLeftHalfDoneIsDoneAfterTheRestart() throws Exception {
        StoredVisit.Visit visit = visit(SyntheticRest.seconds(66));
        addJob(visit, "RUNNING", 1);

        screening.start(null);

        awaitStage(visit.recordingId(), Stage.DONE);
    }

    @Test
    void aRecordingThatTookTheServerDownThreeTimesIsSetAside() throws Exception {
        StoredVisit.Visit visit = visit(SyntheticRest.seconds(67));
        addJob(visit, "RUNNING", ScoringJobs.MAXIMUM_INTERRUPTED_ATTEMPTS);

        screening.start(null);

        awaitStage(visit.recordingId(), Stage.FAILED);
        assertThat(screening.progressOf(visit.recordingId()).orElseThrow().failureCode())
                .contains("interrupted");
    }

    @Test
    void aRecordingIsScoredOnceHoweverOftenItIsAnnounced() throws Exception {
        StoredVisit.Visit visit = visit(SyntheticRest.seconds(68));

        for (int i = 0; i < 5; i++) {
            sealed.fireAsync(new RecordingSealed(visit.recordingId(), visit.sessionId()));
        }

        awaitStage(visit.recordingId(), Stage.DONE);
        assertThat(resultsOf(visit.recordingId())).isEqualTo(1);
    }

    private StoredVisit.Visit visit(byte[] file) throws Exception {
        String name = UUID.randomUUID() + ".edf";
        Path folder = Files.createDirectories(
                dataFolder.toAbsolutePath().resolve("recordings").resolve("sealed"));
        Files.write(folder.resolve(name), file);
        var digest = java.security.MessageDigest.getInstance("SHA-256").digest(file);
        return visits.sealed(Instant.now(), name, HexFormat.of().formatHex(digest));
    }

    private Path fileOf(StoredVisit.Visit visit) {
        return dataFolder
                .toAbsolutePath()
                .resolve("recordings")
                .resolve("sealed")
                .resolve(fileName(visit));
    }

    @Transactional
    String fileName(StoredVisit.Visit visit) {
        return (String) entities.createNativeQuery("select file_name from recording where id = :id", String.class)
                .setParameter("id", visit.recordingId())
                .getSingleResult();
    }

    @Transactional
    void addJob(StoredVisit.Visit visit, String state, int attempts) {
        entities.createNativeQuery("""
                        insert into scoring_job (recording_id, session_id, state, attempts, created_at)
                        values (:recording, :session, :state, :attempts, now())""")
                .setParameter("recording", visit.recordingId())
                .setParameter("session", visit.sessionId())
                .setParameter("state", state)
                .setParameter("attempts", attempts)
                .executeUpdate();
    }

    @Transactional
    long resultsOf(UUID recording) {
        return (Long)
                entities.createQuery("select count(*) from ScoredResultEntity where recordingId = :id", Long.class)
                        .setParameter("id", recording)
                        .getSingleResult();
    }

    private void awaitStage(UUID recording, Stage stage) {
        await(() -> screening
                .progressOf(recording)
                .filter(progress -> progress.stage() == stage)
                .isPresent());
    }

    private static void await(BooleanSupplier condition) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        try (var clock = java.util.concurrent.Executors.newSingleThreadScheduledExecutor()) {
            clock.scheduleWithFixedDelay(
                    () -> {
                        if (condition.getAsBoolean()) {
                            reached.complete(null);
                        }
                    },
                    0,
                    50,
                    TimeUnit.MILLISECONDS);
            reached.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            clock.shutdownNow();
        }
    }

    private static String printedByTheCommandLine(Path file) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.neuroward.command.Main",
                        "score",
                        "resting",
                        file.toString(),
                        "--json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(command.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(command.waitFor()).isZero();
        return printed;
    }
}
