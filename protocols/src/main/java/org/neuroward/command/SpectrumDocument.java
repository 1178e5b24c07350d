package org.neuroward.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.edf.EdfRecording;
import org.neuroward.recordingfile.RecordingFile;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.Software;
import org.neuroward.signal.Calibration;
import org.neuroward.signal.ChannelLabel;

/** What {@code spectrum --json} prints; the same file gives the same bytes on every machine and in every language. */
@JsonPropertyOrder({"schema", "software", "input", "channel", "stretch", "estimator", "firstHertz", "stepHertz", "unit"
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SpectrumDocument(
        String schema,
        ResultDocument.ProtocolVersion software,
        Input input,
        Channel channel,
        Stretch stretch,
        Estimator estimator,
        double firstHertz,
        double stepHertz,
        String unit,
        List<Double> density) {

    /** @param companions of a recording that has more files than the named one */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Input(String format, long bytes, String sha256, List<Companion> companions) {}

    record Companion(long bytes, String sha256) {}

    /**
     * @param number from 1 on, in the order of the file
     * @param electrode that the label names, in 10-10 words
     * @param reference that the label names; absent when it names none. The recorded reference is kept
     * @param calibration of counts; absent for files that hold other numbers than counts
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Channel(
            int number,
            String label,
            String electrode,
            Optional<String> reference,
            String unit,
            double rateHertz,
            Optional<Calibration> calibration,
            String prefilter) {}

    /** @param samples from {@code firstSample} on; the last may fill no epoch */
    record Stretch(double fromSeconds, double toSeconds, long firstSample, long samples) {}

    record Estimator(
            String name,
            String window,
            int epochSamples,
            int overlapSamples,
            long epochs,
            double secondsUsed,
            String detrend,
            String average,
            String filter) {}

    static SpectrumDocument of(RecordingFile file, int index, SpectrumRequest request, RecordedDensity density)
            throws IOException {
        var channel = file.recording().channels().get(index);
        int step = density.epochSamples() - density.overlapSamples();
        double used = (density.epochSamples() + (density.epochs() - 1) * step)
                / channel.rate().hertz();
        return new SpectrumDocument(
                "neuroward-spectrum-1",
                Software.CURRENT,
                input(file),
                channel(file, index),
                new Stretch(request.fromSeconds(), request.toSeconds(), density.firstSample(), density.samples()),
                new Estimator(
                        "welch-r",
                        "hann-periodic",
                        density.epochSamples(),
                        density.overlapSamples(),
                        density.epochs(),
                        used,
                        "constant",
                        "mean",
                        "none"),
                0,
                density.spectrum().stepHertz(),
                "uV2/Hz",
                Arrays.stream(density.spectrum().densities()).boxed().toList());
    }

    String toJson() {
        return ContentsJson.of(this);
    }

    private static Channel channel(RecordingFile file, int index) {
        var channel = file.recording().channels().get(index);
        ChannelLabel label = ChannelLabel.parse(channel.label());
        Optional<Calibration> calibration =
                file.recording() instanceof EdfRecording ? channel.findCalibration() : Optional.empty();
        return new Channel(
                index + 1,
                channel.label().strip(),
                label.electrode(),
                label.reference(),
                channel.unit(),
                channel.rate().hertz(),
                calibration,
                channel.prefilter().strip());
    }

    private static Input input(RecordingFile file) throws IOException {
        List<Companion> companions = new ArrayList<>();
        for (Path companion : file.files().subList(1, file.files().size())) {
            companions.add(new Companion(Files.size(companion), Digests.ofFile(companion)));
        }
        Path named = file.files().getFirst();
        return new Input(file.format(), Files.size(named), Digests.ofFile(named), companions);
    }
}
