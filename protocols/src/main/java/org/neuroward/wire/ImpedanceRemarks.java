package org.neuroward.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.ChannelLabel;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.LogRecording.Electrodes;

/**
 * What was measured at the electrodes, as annotations of a file: the first measurement, the last, and of those between at most
 * one a minute. The log keeps them all.
 */
final class ImpedanceRemarks {

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private ImpedanceRemarks() {}

    /** @param rate of the stream that the places of {@code measured} count */
    static List<Annotation> of(List<Electrodes> measured, SamplingRate rate) {
        var remarks = new ArrayList<Annotation>();
        for (int i = 0; i < measured.size(); i++) {
            Duration onset = rate.timeOf(measured.get(i).sample());
            boolean due = remarks.isEmpty()
                    || i == measured.size() - 1
                    || onset.minus(remarks.getLast().onset()).compareTo(BETWEEN) >= 0;
            if (due && !measured.get(i).electrodes().isEmpty()) {
                remarks.add(new Annotation(
                        onset, Optional.empty(), text(measured.get(i).electrodes())));
            }
        }
        return remarks;
    }

    /** Such as {@code Impedance (6 nA, 31.2 Hz) kOhm: Fp1 4.2, C3 over, O1 bridge 0.1}. */
    private static String text(List<Impedance> electrodes) {
        String methods = electrodes.stream().map(Impedance::method).distinct().collect(Collectors.joining("; "));
        return "Impedance (" + methods + ") kOhm: "
                + electrodes.stream().map(ImpedanceRemarks::text).collect(Collectors.joining(", "));
    }

    private static String text(Impedance one) {
        String state =
                switch (one.state()) {
                    case OK -> "";
                    case OVER -> " over";
                    case BRIDGE -> " bridge";
                    case UNKNOWN -> " unknown";
                };
        String value = one.ohms().isPresent()
                ? String.format(Locale.ROOT, " %.1f", one.ohms().getAsDouble() / 1000)
                : "";
        return ChannelLabel.parse(one.channel()).electrode() + state + value;
    }
}
