package org.neuroward.report.specimen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.neuroward.edf.EdfRecording;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.resting.RestingAnalysis;
import org.neuroward.resting.RestingParameters;
import org.neuroward.scoring.ResultDocument;

/** Results of recordings that lie outside of the repository; a test that needs one is skipped where it is not there. */
public final class RealRecordings {

    private RealRecordings() {}

    public static ResultDocument scored(String name) throws IOException {
        Path file = Path.of(System.getProperty("neuroward.shared", "absent"), "data", name);
        Assumptions.assumeTrue(Files.isReadable(file), "needs the shared recording " + name);
        try (EdfRecording recording = EdfRecording.open(file)) {
            ResultDocument.Input input = new ResultDocument.Input(
                    sha256(file), Files.size(file), recording.header().format().label());
            RestingParameters closed = new RestingParameters(Optional.of(RestingCondition.EYES_CLOSED));
            return RestingAnalysis.score(recording, input, closed, (fraction, stage) -> {});
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
