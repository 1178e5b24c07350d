package org.neuroward.preparation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.neuroward.reference.AverageReference;
import org.neuroward.scoring.ResultDocument.ChannelLeftOut;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.ChannelLabel;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

/**
 * Which channels of a recording can be scored: EEG at a known place of the scalp, a voltage, at the rate that most of them
 * have. The electrodes of the screening set come first, in its order; the others follow in the order of the recording.
 *
 * @param leftOut the other channels, each with its reason
 * @param references distinct recording references that the labels name
 * @param heartbeat index of the ECG channel at the same rate, if there is one
 * @param mastoids M1 and M2 when both were recorded like the chosen channels, otherwise none
 */
record ChannelSelection(
        List<Chosen> chosen,
        List<ChannelLeftOut> leftOut,
        Set<String> references,
        OptionalInt heartbeat,
        List<Chosen> mastoids) {

    private static final List<String> MASTOIDS = List.of("M1", "M2");

    /** @param index in the recording */
    record Chosen(int index, String name, Channel channel) {

        boolean isScreening() {
            return Electrodes.SCREEN_19.contains(name);
        }
    }

    ChannelSelection {
        chosen = List.copyOf(chosen);
        leftOut = List.copyOf(leftOut);
        references = Set.copyOf(references);
        mastoids = List.copyOf(mastoids);
    }

    static ChannelSelection of(Recording recording) {
        List<Channel> channels = recording.channels();
        var reference = commonScalpReference(channels);
        Map<Integer, String> reasons = new HashMap<>();
        List<Chosen> candidates = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < channels.size(); i++) {
            Channel channel = channels.get(i);
            ChannelLabel label = ChannelLabel.parse(channel.label());
            String reason = reasonAgainst(channel, label, reference);
            if (reason.isEmpty()
                    && recording.samples(i) > 0
                    && recording.segments(i).isEmpty()) {
                // What is missing in one channel is missing in all: this one would leave nothing of the others.
                reason = "no-samples";
            }
            if (reason.isEmpty() && !names.add(label.electrode())) {
                reason = "duplicate";
            }
            if (reason.isEmpty()) {
                candidates.add(new Chosen(i, label.electrode(), channel));
            } else {
                reasons.put(i, reason);
            }
        }
        SamplingRate rate = commonestRate(candidates);
        candidates.stream()
                .filter(candidate -> !candidate.channel().rate().equals(rate))
                .forEach(candidate -> reasons.put(candidate.index(), "different-rate"));
        List<Chosen> chosen = candidates.stream()
                .filter(candidate -> candidate.channel().rate().equals(rate))
                .sorted(Comparator.comparingInt(ChannelSelection::rank))
                .toList();
        return new ChannelSelection(
                chosen,
                leftOut(channels, reasons),
                references(chosen),
                heartbeat(channels, rate),
                chosen.isEmpty() ? List.of() : mastoids(recording, chosen.getFirst()));
    }

    SamplingRate rate() {
        return chosen.getFirst().channel().rate();
    }

    private static String reasonAgainst(Channel channel, ChannelLabel label, Set<String> commonReference) {
        if (channel.kind() != ChannelKind.EEG && channel.kind() != ChannelKind.OTHER) {
            return "not-eeg";
        }
        if (Electrodes.isReference(label.electrode())) {
            return "reference-electrode";
        }
        if (label.findScalpElectrode().isEmpty()) {
            return channel.kind() == ChannelKind.EEG ? "unknown-position" : "not-eeg";
        }
        if (label.isBipolar() && !commonReference.contains(label.reference().orElseThrow())) {
            return "bipolar";
        }
        return channel.findCalibration().isEmpty() ? "no-voltage" : "";
    }

    /** A scalp electrode that most channels are measured against, for example Cz, is a reference and no bipolar partner. */
    private static Set<String> commonScalpReference(List<Channel> channels) {
        Map<String, Integer> counts = new HashMap<>();
        for (Channel channel : channels) {
            ChannelLabel label = ChannelLabel.parse(channel.label());
            if (label.findScalpElectrode().isPresent() && label.isBipolar()) {
                counts.merge(label.reference().orElseThrow(), 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count < AverageReference.MIN_CHANNELS);
        return counts.keySet();
    }

    private static SamplingRate commonestRate(List<Chosen> candidates) {
        Map<Double, Integer> counts = new HashMap<>();
        candidates.forEach(c -> counts.merge(c.channel().rate().hertz(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new SamplingRate(entry.getKey()))
                .orElse(new SamplingRate(1));
    }

    private static int rank(Chosen chosen) {
        int rank = Electrodes.SCREEN_19.indexOf(chosen.name());
        return rank >= 0 ? rank : Electrodes.SCREEN_19.size();
    }

    private static List<ChannelLeftOut> leftOut(List<Channel> channels, Map<Integer, String> reasons) {
        List<ChannelLeftOut> leftOut = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            if (reasons.containsKey(i)) {
                leftOut.add(new ChannelLeftOut(channels.get(i).label(), reasons.get(i)));
            }
        }
        return leftOut;
    }

    private static Set<String> references(List<Chosen> chosen) {
        Set<String> references = new HashSet<>();
        chosen.forEach(c -> references.add(
                ChannelLabel.parse(c.channel().label()).reference().orElse("")));
        return references;
    }

    /** Recorded against the same reference, without other gaps: otherwise their difference to the chosen means nothing. */
    private static List<Chosen> mastoids(Recording recording, Chosen like) {
        Optional<String> reference = ChannelLabel.parse(like.channel().label()).reference();
        List<Chosen> found = new ArrayList<>();
        for (int i = 0; i < recording.channels().size(); i++) {
            Channel channel = recording.channels().get(i);
            ChannelLabel label = ChannelLabel.parse(channel.label());
            if (MASTOIDS.contains(label.electrode())
                    && label.reference().equals(reference)
                    && channel.rate().equals(like.channel().rate())
                    && channel.findCalibration().isPresent()
                    && recording.samples(i) == recording.samples(like.index())
                    && recording.gaps(i).equals(recording.gaps(like.index()))) {
                found.add(new Chosen(i, label.electrode(), channel));
            }
        }
        boolean both = found.size() == MASTOIDS.size()
                && found.stream().map(Chosen::name).distinct().count() == MASTOIDS.size();
        return both ? found : List.of();
    }

    private static OptionalInt heartbeat(List<Channel> channels, SamplingRate rate) {
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).kind() == ChannelKind.ECG
                    && channels.get(i).rate().equals(rate)
                    && channels.get(i).findCalibration().isPresent()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
