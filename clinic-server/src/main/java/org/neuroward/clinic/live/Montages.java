package org.neuroward.clinic.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.ChannelLabel;
import org.neuroward.signal.Electrode;

/** The traces of one stream under each montage. Channels that are no voltage are left out; others than EEG stay as recorded. */
final class Montages {

    /** Front to back, left before right: the "double banana". */
    private static final List<List<String>> CHAINS = List.of(
            List.of("Fp1", "F7", "T7", "P7", "O1"),
            List.of("Fp2", "F8", "T8", "P8", "O2"),
            List.of("Fp1", "F3", "C3", "P3", "O1"),
            List.of("Fp2", "F4", "C4", "P4", "O2"),
            List.of("Fz", "Cz", "Pz"));

    private Montages() {}

    static List<Derivation> of(String montage, List<Channel> channels) {
        List<Derivation> recorded = recorded(channels);
        return switch (montage) {
            case "average" -> average(recorded, channels);
            case "longitudinal-bipolar" -> bipolar(recorded, channels);
            default -> recorded;
        };
    }

    static List<Derivation> recorded(List<Channel> channels) {
        var traces = new ArrayList<Derivation>();
        for (int i = 0; i < channels.size(); i++) {
            Channel channel = channels.get(i);
            if (channel.findCalibration().isPresent()) {
                Optional<Electrode> electrode = electrodeOf(channel);
                traces.add(new Derivation(
                        channel.label(),
                        electrode
                                .map(Electrode::name)
                                .orElse(ChannelLabel.parse(channel.label()).electrode()),
                        electrode.map(Electrode::onHeadMap),
                        i,
                        List.of()));
            }
        }
        return traces;
    }

    private static List<Derivation> average(List<Derivation> recorded, List<Channel> channels) {
        List<Integer> scalp = recorded.stream()
                .filter(trace -> electrodeOf(channels.get(trace.plus())).isPresent())
                .map(Derivation::plus)
                .toList();
        return recorded.stream()
                .map(trace -> scalp.contains(trace.plus())
                        ? new Derivation(trace.name() + "-Avg", trace.name(), trace.place(), trace.plus(), scalp)
                        : trace)
                .toList();
    }

    private static List<Derivation> bipolar(List<Derivation> recorded, List<Channel> channels) {
        Map<String, Integer> positions = new HashMap<>();
        var others = new ArrayList<Derivation>();
        for (Derivation trace : recorded) {
            if (electrodeOf(channels.get(trace.plus())).isPresent()) {
                positions.putIfAbsent(trace.name(), trace.plus());
            } else {
                others.add(trace);
            }
        }
        var traces = new ArrayList<Derivation>();
        for (List<String> chain : CHAINS) {
            for (int i = 1; i < chain.size(); i++) {
                addPair(chain.get(i - 1), chain.get(i), positions, traces);
            }
        }
        traces.addAll(others);
        return traces;
    }

    /** Only neighbours: with one electrode missing, the two beside it would make a trace of twice the distance. */
    private static void addPair(String front, String back, Map<String, Integer> positions, List<Derivation> traces) {
        if (positions.containsKey(front) && positions.containsKey(back)) {
            String name = front + "-" + back;
            traces.add(
                    new Derivation(name, name, Optional.empty(), positions.get(front), List.of(positions.get(back))));
        }
    }

    /** The scalp electrode of an EEG channel that is not already a difference of two. */
    static Optional<Electrode> electrodeOf(Channel channel) {
        ChannelLabel label = ChannelLabel.parse(channel.label());
        boolean usable =
                channel.kind() == ChannelKind.EEG && channel.findCalibration().isPresent() && !label.isBipolar();
        return usable ? label.findScalpElectrode() : Optional.empty();
    }
}
