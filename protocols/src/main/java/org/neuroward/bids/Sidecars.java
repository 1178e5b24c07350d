package org.neuroward.bids;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.ChannelLabel;
import org.neuroward.signal.Recording;

/**
 * What stands beside the samples. What the recording does not say and nobody stated is {@code n/a}; positions of electrodes
 * are not written, because no format that is read here tells measured positions from those of a template.
 *
 * <p>Source: Pernet et al., "EEG-BIDS", Sci Data 2019;6:103, and the BIDS specification 1.8.0.
 */
final class Sidecars {

    private static final String UNKNOWN = "n/a";

    private final Recording recording;

    Sidecars(Recording recording) {
        this.recording = recording;
    }

    Map<String, Object> eeg(BidsName name, BidsFacts facts) {
        var json = new LinkedHashMap<String, Object>();
        json.put("TaskName", name.task());
        json.put("EEGReference", facts.reference().or(this::statedReference).orElse(UNKNOWN));
        json.put("SamplingFrequency", number(highestHertz()));
        json.put(
                "PowerLineFrequency",
                facts.lineHertz().<Object>map(hertz -> hertz).orElse(UNKNOWN));
        json.put("SoftwareFilters", UNKNOWN);
        json.put("EEGChannelCount", count(ChannelKind.EEG));
        json.put("EOGChannelCount", count(ChannelKind.EOG));
        json.put("ECGChannelCount", count(ChannelKind.ECG));
        json.put("EMGChannelCount", count(ChannelKind.EMG));
        json.put("TriggerChannelCount", count(ChannelKind.TRIGGER));
        json.put("MiscChannelCount", count(ChannelKind.OTHER));
        json.put("RecordingDuration", number(seconds()));
        json.put("RecordingType", hasGaps() ? "discontinuous" : "continuous");
        return json;
    }

    String channels() {
        var table = new Table("name", "type", "units", "sampling_frequency", "low_cutoff", "high_cutoff", "notch");
        List<String> labels = Deidentified.labels(recording);
        for (int index = 0; index < labels.size(); index++) {
            Channel channel = recording.channels().get(index);
            String filters = channel.prefilter();
            table.row(
                    labels.get(index),
                    type(channel.kind()),
                    unit(channel.unit()),
                    plain(channel.rate().hertz()),
                    hertz("HP", filters),
                    hertz("LP", filters),
                    hertz("N(?:OTCH)?", filters));
        }
        return table.text();
    }

    /** @param texts annotations in order, coded */
    String events(List<Annotation> annotations) {
        var table = new Table("onset", "duration", "trial_type");
        for (Annotation annotation : annotations) {
            table.row(
                    plain(annotation.onset()),
                    annotation.duration().map(Sidecars::plain).orElse(UNKNOWN),
                    annotation.text());
        }
        return table.text();
    }

    static Map<String, Object> eventColumns() {
        var json = new LinkedHashMap<String, Object>();
        json.put("onset", column("Time from the first sample; gaps of the recording take their time along", "s"));
        json.put("duration", column("Duration of the event; n/a for an instant", "s"));
        json.put(
                "trial_type",
                Map.of(
                        "Description",
                        "Text of the annotation. Texts that a person may have typed are replaced by text-1, text-2 and so on"));
        return json;
    }

    private static Map<String, Object> column(String description, String unit) {
        var column = new LinkedHashMap<String, Object>();
        column.put("Description", description);
        column.put("Units", unit);
        return column;
    }

    /** The reference that the labels of all EEG channels name alike ({@code EEG Fp1-LE}), as written there. */
    private Optional<String> statedReference() {
        List<String> labels = Deidentified.labels(recording);
        Set<Optional<String>> references = IntStream.range(0, labels.size())
                .filter(index -> recording.channels().get(index).kind() == ChannelKind.EEG)
                .mapToObj(index -> ChannelLabel.parse(labels.get(index)).reference())
                .collect(Collectors.toSet());
        return references.size() == 1 ? references.iterator().next() : Optional.empty();
    }

    private double highestHertz() {
        return recording.channels().stream()
                .mapToDouble(channel -> channel.rate().hertz())
                .max()
                .orElseThrow();
    }

    private double seconds() {
        return IntStream.range(0, recording.channels().size())
                .mapToDouble(channel -> recording.samples(channel)
                        / recording.channels().get(channel).rate().hertz())
                .max()
                .orElseThrow();
    }

    private boolean hasGaps() {
        return IntStream.range(0, recording.channels().size())
                .anyMatch(channel -> !recording.gaps(channel).isEmpty());
    }

    private long count(ChannelKind kind) {
        return recording.channels().stream()
                .filter(channel -> channel.kind() == kind)
                .count();
    }

    private static String type(ChannelKind kind) {
        return switch (kind) {
            case EEG -> "EEG";
            case EOG -> "EOG";
            case EMG -> "EMG";
            case ECG -> "ECG";
            case TRIGGER -> "TRIG";
            case OTHER -> "MISC";
        };
    }

    private static String unit(String unit) {
        return switch (unit.strip()) {
            case "uV", "μV" -> "µV";
            case "" -> UNKNOWN;
            default -> unit.strip();
        };
    }

    /** EDF+ writes {@code HP:0.1Hz LP:75Hz N:50Hz}; numbers only are taken over. */
    private static String hertz(String filter, String prefilter) {
        Matcher stated = Pattern.compile("(?i)\\b" + filter + "\\s*:\\s*(\\d{1,5}(?:\\.\\d{1,6})?)\\s*Hz")
                .matcher(prefilter);
        return stated.find() ? stated.group(1) : UNKNOWN;
    }

    private static String plain(Duration span) {
        return BigDecimal.valueOf(span.getSeconds())
                .add(BigDecimal.valueOf(span.getNano(), 9))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String plain(double value) {
        return number(value).toPlainString();
    }

    private static BigDecimal number(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
