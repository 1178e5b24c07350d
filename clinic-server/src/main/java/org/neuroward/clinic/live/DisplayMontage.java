package org.neuroward.clinic.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neuroward.reference.AverageGate;
import org.neuroward.reference.Derivation;
import org.neuroward.reference.FittedMontage;
import org.neuroward.reference.Montage;
import org.neuroward.reference.RecordedElectrode;
import org.neuroward.reference.Unavailable;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.ChannelLabel;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;

/**
 * The traces of one stream under a montage of the library: derivations first, then, as recorded, the channels that are no part of
 * it. Channels that are no voltage are left out. Immutable.
 */
final class DisplayMontage {

    private final FittedMontage fitted;

    /** Channels of the stream that the montage takes. */
    private final List<Integer> electrodes;

    private final List<Integer> others;
    private final List<Trace> traces = new ArrayList<>();

    private DisplayMontage(
            FittedMontage fitted, List<Integer> electrodes, List<Integer> others, List<Channel> channels) {
        this.fitted = fitted;
        this.electrodes = electrodes;
        this.others = others;
        fitted.derivations().forEach(derivation -> traces.add(trace(derivation)));
        others.forEach(channel -> traces.add(recorded(channels.get(channel))));
    }

    /** @param code one of {@link DisplaySettings#MONTAGES} */
    static DisplayMontage of(String code, List<Channel> channels) {
        List<RecordedElectrode> recorded = new ArrayList<>();
        List<Integer> electrodes = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < channels.size(); i++) {
            ChannelLabel label = ChannelLabel.parse(channels.get(i).label());
            boolean derived = !code.equals("recorded") && isElectrode(channels.get(i)) && names.add(label.electrode());
            if (derived) {
                recorded.add(new RecordedElectrode(
                        label.electrode(), label.reference().orElse(""), RecordedElectrode.Condition.GOOD));
                electrodes.add(i);
            }
            if (channels.get(i).findCalibration().isPresent() && !(derived && isOnScalp(channels.get(i)))) {
                others.add(i);
            }
        }
        return new DisplayMontage(montage(code, recorded).fit(recorded), electrodes, others, channels);
    }

    private static Montage montage(String code, List<RecordedElectrode> electrodes) {
        return switch (code) {
            case "average" -> Montage.average(electrodes, AverageGate.DISPLAY);
            case "rest" -> Montage.infinity(electrodes, AverageGate.DISPLAY);
            case "linked-mastoids" -> Montage.linkedMastoids(electrodes);
            case "source-derivation" -> Montage.sourceDerivation(electrodes);
            case "longitudinal-bipolar" -> Montage.longitudinalBipolar();
            case "transverse-bipolar" -> Montage.transverseBipolar();
            default -> Montage.recorded(electrodes);
        };
    }

    List<Trace> traces() {
        return List.copyOf(traces);
    }

    /** What electrodes that were recorded do not give: a chain of the 10-20 system that nobody placed is not missed. */
    List<Unavailable> unavailable() {
        List<String> recorded =
                fitted.electrodes().stream().map(RecordedElectrode::name).toList();
        return fitted.unavailable().stream()
                .filter(unavailable ->
                        recorded.contains(unavailable.derivation().electrode()))
                .toList();
    }

    /** The rows of {@code channels} that {@link #apply} takes. */
    double[][] electrodesOf(double[][] channels) {
        return electrodes.stream().map(channel -> channels[channel]).toArray(double[][]::new);
    }

    /** The rows of {@code traces} that the montage fills. */
    double[][] derivationsOf(double[][] traces) {
        return java.util.Arrays.copyOf(traces, fitted.derivations().size());
    }

    /** The first {@code samples} samples of every trace, in µV; allocates nothing. */
    void apply(Rows rows, int samples) {
        fitted.apply(rows.electrodes(), rows.derivations(), samples);
        int trace = rows.derivations().length;
        for (int i = 0; i < others.size(); i++) {
            System.arraycopy(rows.channels()[others.get(i)], 0, rows.traces()[trace + i], 0, samples);
        }
    }

    /** Room for a block: the channels of the stream, the traces, and what of either the montage is about. */
    static final class Rows {

        private final double[][] channels;
        private final double[][] traces;
        private final double[][] electrodes;
        private final double[][] derivations;

        Rows(DisplayMontage montage, int channelCount, int samples) {
            channels = new double[channelCount][samples];
            traces = new double[montage.traces.size()][samples];
            electrodes = montage.electrodesOf(channels);
            derivations = montage.derivationsOf(traces);
        }

        double[][] channels() {
            return channels;
        }

        double[][] traces() {
            return traces;
        }

        private double[][] electrodes() {
            return electrodes;
        }

        private double[][] derivations() {
            return derivations;
        }

        boolean hold(int samples) {
            return channels.length == 0 || channels[0].length >= samples;
        }
    }

    static Trace recorded(Channel channel) {
        Optional<Electrode> electrode = electrodeOf(channel);
        return new Trace(
                channel.label(),
                electrode
                        .map(Electrode::name)
                        .orElse(ChannelLabel.parse(channel.label()).electrode()),
                electrode.map(Electrode::onHeadMap));
    }

    private static Trace trace(Derivation derivation) {
        if (derivation instanceof Derivation.Bipolar) {
            return new Trace(derivation.label(), derivation.label(), Optional.empty());
        }
        return new Trace(
                derivation.label(),
                derivation.electrode(),
                Electrodes.find(derivation.electrode()).map(Electrode::onHeadMap));
    }

    /** The scalp electrode of an EEG channel that is not already a difference of two. */
    static Optional<Electrode> electrodeOf(Channel channel) {
        ChannelLabel label = ChannelLabel.parse(channel.label());
        return isElectrode(channel) ? label.findScalpElectrode() : Optional.empty();
    }

    private static boolean isOnScalp(Channel channel) {
        return electrodeOf(channel).isPresent();
    }

    /** On the scalp, an ear lobe or a mastoid. */
    private static boolean isElectrode(Channel channel) {
        ChannelLabel label = ChannelLabel.parse(channel.label());
        return channel.kind() == ChannelKind.EEG
                && channel.findCalibration().isPresent()
                && !label.isBipolar()
                && Electrodes.isElectrode(label.electrode());
    }
}
