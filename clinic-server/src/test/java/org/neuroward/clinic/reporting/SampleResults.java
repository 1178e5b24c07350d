package org.neuroward.clinic.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;

/** Results of nobody: invented figures, enough for every part of a report. */
final class SampleResults {

    private static final List<String> CHANNELS = List.of(
            "Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T7", "C3", "Cz", "C4", "T8", "P7", "P3", "Pz", "P4", "P8",
            "O1", "O2");
    private static final List<String> BANDS = List.of("delta", "theta", "alpha", "beta", "gamma");

    private SampleResults() {}

    /** @param mark makes the document, and so its hash, differ from others */
    static ResultDocument scored(int mark) {
        List<Result> results = new ArrayList<>();
        results.add(one("iaf.peak", 9.75, "Hz", Optional.empty(), Optional.of("posterior")));
        results.add(one("iaf.centre-of-gravity", 9.9, "Hz", Optional.empty(), Optional.of("posterior")));
        List<ResultDocument.Spectrum> spectra = new ArrayList<>();
        for (int channel = 0; channel < CHANNELS.size(); channel++) {
            String name = CHANNELS.get(channel);
            for (int band = 0; band < BANDS.size(); band++) {
                String code = "band-power." + BANDS.get(band);
                results.add(one(code + ".absolute", 2.5 + channel + band, "uV2", Optional.of(name), Optional.empty()));
                results.add(one(code + ".relative", 0.05 * (band + 1), "1", Optional.of(name), Optional.empty()));
            }
            spectra.add(new ResultDocument.Spectrum(name, "eyes-closed", "uV2/Hz", 1, 0.5, density(channel)));
        }
        return document(mark, quality(88.5, "green"), Optional.empty(), results, spectra);
    }

    static ResultDocument refused(int mark) {
        var refusal = new ResultDocument.Refusal(
                "too-little-clean-signal", Map.of("secondsClean", 11.0, "secondsRequired", 60.0));
        return document(mark, quality(31, "red"), Optional.of(refusal), List.of(), List.of());
    }

    private static ResultDocument document(
            int mark,
            ResultDocument.Quality quality,
            Optional<ResultDocument.Refusal> refusal,
            List<Result> results,
            List<ResultDocument.Spectrum> spectra) {
        return new ResultDocument(
                ResultDocument.SCHEMA,
                new ResultDocument.Input("%064x".formatted(mark), 3_456_789, "BDF+C"),
                new ResultDocument.ProtocolVersion("resting-eeg", "1.0.0"),
                new ResultDocument.ProtocolVersion("neuroward", "0.1.0"),
                Map.of("epochSeconds", 2),
                "average",
                CHANNELS,
                List.of(new ResultDocument.ChannelLeftOut("ECG", "not-eeg")),
                300,
                270,
                List.of(new ResultDocument.Condition("eyes-closed", 300, 270, 268)),
                quality,
                refusal,
                results,
                spectra,
                List.of());
    }

    private static ResultDocument.Quality quality(double index, String grade) {
        List<ResultDocument.ChannelQuality> channels = CHANNELS.stream()
                .map(name -> new ResultDocument.ChannelQuality(
                        name, 90, List.of(new ResultDocument.ReasonShare("blink", 0.1))))
                .toList();
        return new ResultDocument.Quality(
                index, grade, 0.9, 50, 2.1, channels, List.of(new ResultDocument.ReasonShare("blink", 0.1)));
    }

    private static Result one(
            String code, double value, String unit, Optional<String> channel, Optional<String> region) {
        return new Result(
                code, Optional.of(value), unit, channel, region, "eyes-closed", "average", 270, Optional.empty());
    }

    private static List<Double> density(int channel) {
        List<Double> values = new ArrayList<>();
        for (int bin = 0; bin <= 88; bin++) {
            double hertz = 1 + bin * 0.5;
            values.add(12 / hertz + (2 + channel) * Math.exp(-Math.pow(hertz - 9.75, 2) / 2));
        }
        return values;
    }
}
