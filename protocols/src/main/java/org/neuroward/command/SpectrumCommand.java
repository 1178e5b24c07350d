package org.neuroward.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.neuroward.recordingfile.RecordingFile;

/**
 * {@code spectrum FILE --channel NAME --from S --to S [--json]}: the power spectral density of a stretch of one channel, for
 * people who want to compare. On the same samples in µV it is
 * {@code scipy.signal.welch(x, rate, "hann", int(2 * rate), detrend="constant")}.
 */
final class SpectrumCommand implements Command {

    @Override
    public String name() {
        return "spectrum";
    }

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        SpectrumRequest request = SpectrumRequest.parse(arguments);
        try (RecordingFile file = RecordingFile.open(request.file())) {
            int index = ChannelChoice.of(file.recording().channels(), request.channel());
            RecordedDensity density =
                    RecordedDensity.of(file.recording(), index, request.fromSeconds(), request.toSeconds());
            SpectrumDocument document = SpectrumDocument.of(file, index, request, density);
            console.out().print(request.json() ? document.toJson() : text(document, console.messages()));
            console.out().flush();
            return 0;
        } catch (IOException e) {
            throw InputFile.failure(request.file(), e);
        }
    }

    private static String text(SpectrumDocument document, Messages messages) {
        SpectrumDocument.Channel channel = document.channel();
        SpectrumDocument.Estimator estimator = document.estimator();
        String reference = channel.reference().orElseGet(() -> messages.text("spectrum.unstated"));
        var text = new StringBuilder();
        line(
                text,
                messages.text(
                        "spectrum.input",
                        document.input().format(),
                        document.input().sha256()));
        line(text, messages.text("spectrum.channel", channel.label(), reference, channel.rateHertz()));
        channel.calibration()
                .ifPresent(calibration -> line(
                        text,
                        messages.text(
                                "spectrum.calibration",
                                calibration.microvoltsPerCount(),
                                calibration.offsetMicrovolts())));
        line(
                text,
                messages.text(
                        "spectrum.stretch",
                        document.stretch().fromSeconds(),
                        document.stretch().toSeconds(),
                        estimator.secondsUsed()));
        line(text, messages.text("spectrum.estimator", estimator.epochs(), estimator.epochSamples()));
        line(text, messages.text("spectrum.software", document.software().version()));
        line(text, "%10s  %s".formatted("Hz", "µV²/Hz"));
        List<Double> density = document.density();
        for (int k = 0; k < density.size(); k++) {
            line(text, String.format(Locale.ROOT, "%10.4f  %.9e", k * document.stepHertz(), density.get(k)));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(
                        Main.oneLine(line).isEmpty()
                                ? ""
                                : line.replaceAll("\\p{Cntrl}", " ").stripTrailing())
                .append('\n');
    }
}
