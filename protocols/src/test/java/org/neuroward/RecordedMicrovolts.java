package org.neuroward;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.neuroward.edf.EdfRecording;

/** Channels of a recording that the repository does not hold, as a reference names them: {@code file} and {@code channels}. */
public final class RecordedMicrovolts {

    private RecordedMicrovolts() {}

    public static double[][] read(JsonNode reference) throws IOException {
        try (EdfRecording recording =
                EdfRecording.recover(SharedData.file(reference.get("file").asText()))) {
            double[][] microvolts = new double[reference.get("channels").size()][];
            for (int i = 0; i < microvolts.length; i++) {
                int channel = reference.get("channels").get(i).asInt();
                microvolts[i] = new double[Math.toIntExact(recording.samples(channel))];
                recording.microvolts(channel, 0, microvolts[i]);
            }
            return microvolts;
        }
    }

    public static double rateHertz(JsonNode reference) throws IOException {
        try (EdfRecording recording =
                EdfRecording.recover(SharedData.file(reference.get("file").asText()))) {
            return recording
                    .channels()
                    .get(reference.get("channels").get(0).asInt())
                    .rate()
                    .hertz();
        }
    }
}
