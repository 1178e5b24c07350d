package org.neuroward.clinic.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neuroward.clinic.fleet.Contacts.Reading;
import org.neuroward.signal.ChannelLabel;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.HeadMapPoint;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.Impedance.State;

/**
 * What the electrodes of a session are like, judged by the limits of one kind of cap; as the page is told it.
 *
 * @param measuring whether the amplifier measures now
 * @param simulated whether the values come from no living skin
 * @param doubtful whether no guideline stands behind the limits
 * @param electrodes the worst first
 */
record ContactReport(
        boolean measuring,
        boolean simulated,
        String cap,
        double goodKilohms,
        double usableKilohms,
        boolean doubtful,
        List<Contact> electrodes,
        List<Hint> hints) {

    /** Below this two electrodes are more likely joined by gel or sweat than good. */
    private static final double BRIDGE_KILOHMS = 0.5;

    private static final String REFERENCE = "REF";
    private static final String GROUND = "GND";

    /** How good a contact is; in the order in which it wants attention. */
    enum Level {
        OVER,
        POOR,
        BRIDGE,
        UNKNOWN,
        USABLE,
        GOOD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One electrode.
     *
     * @param x place on the head map, nose up, unit circle; null when unknown
     * @param kilohms empty when it could not be measured, or is beyond the amplifier's range
     * @param ageSeconds how long ago it was measured
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Contact(String name, Double x, Double y, Optional<Double> kilohms, String level, long ageSeconds) {}

    /**
     * What to look at.
     *
     * @param kind {@code reference}: reference or ground has no good contact; {@code bridge}: electrodes may be joined;
     *     {@code imbalance}: electrodes differ by more than the limit of a good one, so that mains and movement enter
     * @param kilohms the difference between the worst and the best, else empty
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Hint(String kind, List<String> electrodes, Optional<Double> kilohms) {}

    static ContactReport of(List<Reading> readings, boolean measuring, CapKind cap) {
        List<Reading> worstFirst = readings.stream()
                .sorted(Comparator.comparing((Reading reading) -> level(reading.impedance(), cap))
                        .thenComparing(reading -> -kilohms(reading.impedance()).orElse(0.0)))
                .toList();
        return new ContactReport(
                measuring,
                readings.stream()
                        .anyMatch(reading -> reading.impedance().method().equals("simulated")),
                cap.word(),
                cap.goodKilohms(),
                cap.usableKilohms(),
                cap.doubtful(),
                worstFirst.stream().map(reading -> contact(reading, cap)).toList(),
                hints(worstFirst.stream().map(Reading::impedance).toList(), cap));
    }

    private static Contact contact(Reading reading, CapKind cap) {
        String name = name(reading.impedance());
        Optional<HeadMapPoint> place = Electrodes.find(name).map(electrode -> electrode.onHeadMap());
        return new Contact(
                name,
                place.map(HeadMapPoint::x).orElse(null),
                place.map(HeadMapPoint::y).orElse(null),
                kilohms(reading.impedance()).map(kilohms -> Math.round(kilohms * 10) / 10.0),
                level(reading.impedance(), cap).word(),
                reading.age().toSeconds());
    }

    private static List<Hint> hints(List<Impedance> worstFirst, CapKind cap) {
        var hints = new ArrayList<Hint>();
        List<String> references = worstFirst.stream()
                .filter(one -> isReference(one) && level(one, cap) != Level.GOOD)
                .map(ContactReport::name)
                .toList();
        if (!references.isEmpty()) {
            hints.add(new Hint("reference", references, Optional.empty()));
        }
        List<String> bridged = worstFirst.stream()
                .filter(one -> level(one, cap) == Level.BRIDGE)
                .map(ContactReport::name)
                .toList();
        if (!bridged.isEmpty()) {
            hints.add(new Hint("bridge", bridged, Optional.empty()));
        }
        findImbalance(worstFirst, cap).ifPresent(hints::add);
        return hints;
    }

    private static Optional<Hint> findImbalance(List<Impedance> measured, CapKind cap) {
        List<Impedance> known = measured.stream()
                .filter(one -> !isReference(one) && kilohms(one).isPresent())
                .sorted(Comparator.comparing(one -> kilohms(one).orElseThrow()))
                .toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        double difference = kilohms(known.getLast()).orElseThrow()
                - kilohms(known.getFirst()).orElseThrow();
        return difference <= cap.goodKilohms()
                ? Optional.empty()
                : Optional.of(new Hint(
                        "imbalance",
                        List.of(name(known.getLast()), name(known.getFirst())),
                        Optional.of(Math.round(difference * 10) / 10.0)));
    }

    private static Level level(Impedance one, CapKind cap) {
        Optional<Double> kilohms = kilohms(one);
        if (one.state() == State.OVER) {
            return Level.OVER;
        }
        if (one.state() == State.BRIDGE
                || kilohms.filter(value -> value < BRIDGE_KILOHMS).isPresent()) {
            return Level.BRIDGE;
        }
        if (one.state() == State.UNKNOWN || kilohms.isEmpty()) {
            return Level.UNKNOWN;
        }
        if (kilohms.get() <= cap.goodKilohms()) {
            return Level.GOOD;
        }
        // Through reference and ground goes every channel: for them there is nothing between good and poor.
        return kilohms.get() <= cap.usableKilohms() && !isReference(one) ? Level.USABLE : Level.POOR;
    }

    private static boolean isReference(Impedance one) {
        return one.channel().equals(REFERENCE) || one.channel().equals(GROUND);
    }

    private static String name(Impedance one) {
        return ChannelLabel.parse(one.channel()).electrode();
    }

    private static Optional<Double> kilohms(Impedance one) {
        return one.ohms().isPresent() ? Optional.of(one.ohms().getAsDouble() / 1000) : Optional.empty();
    }
}
