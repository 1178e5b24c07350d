package org.neuroward.clinic.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.edf.EdfRecording;
import org.neuroward.preparation.Progress;
import org.neuroward.resting.RestingAnalysis;
import org.neuroward.resting.RestingParameters;
import org.neuroward.scoring.ResultDocument;

/** Scores a sealed file as the command line does, after making sure that it is the file that was sealed. */
@ApplicationScoped
class SealedRecordingScorer {

    /**
     * @throws UnscorableException when the file is gone or is not the one that was sealed
     * @throws IOException when it cannot be read
     */
    ResultDocument score(StoredRecording.SealedFile sealed, Progress progress) throws IOException, UnscorableException {
        Path file = sealed.path();
        if (!Files.isRegularFile(file)) {
            throw new UnscorableException(ScoringFailure.FILE_MISSING, "file=" + file.getFileName());
        }
        String sha256 = sha256(file);
        if (!sha256.equals(sealed.sha256())) {
            throw new UnscorableException(
                    ScoringFailure.FILE_CHANGED,
                    "file=" + file.getFileName() + ", sealed=" + sealed.sha256() + ", found=" + sha256);
        }
        try (EdfRecording recording = EdfRecording.open(file)) {
            var input = new ResultDocument.Input(
                    sha256, Files.size(file), recording.header().format().label());
            return RestingAnalysis.score(recording, input, RestingParameters.defaults(), progress);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
