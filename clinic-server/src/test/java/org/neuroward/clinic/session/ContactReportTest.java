package org.neuroward.clinic.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.clinic.fleet.Contacts.Reading;
import org.neuroward.clinic.session.ContactReport.Contact;
import org.neuroward.clinic.session.ContactReport.Hint;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.Impedance.State;

class ContactReportTest {

    @ParameterizedTest
    @CsvSource({
        "CUP, 5, good",
        "CUP, 5.01, usable",
        "CUP, 10, usable",
        "CUP, 10.01, poor",
        "GEL, 10, good",
        "GEL, 50, usable",
        "GEL, 51, poor",
        "SPONGE, 50, good",
        "SPONGE, 100, usable",
        "SPONGE, 101, poor",
        "DRY, 50, good",
        "DRY, 200, usable",
        "DRY, 201, poor",
        "CUP, 0.49, bridge",
        "CUP, 0.5, good"
    })
    void anElectrodeIsJudgedByTheLimitsOfItsCap(CapKind cap, double kilohms, String level) {
        assertThat(report(cap, ok("EEG C3", kilohms)).electrodes().getFirst().level())
                .isEqualTo(level);
    }

    @Test
    void theWorstComesFirstAndWhatIsBeyondTheRangeBeforeAll() {
        ContactReport report = report(
                CapKind.CUP,
                ok("EEG Fp1", 3),
                ok("EEG C3", 30),
                over("EEG O1"),
                ok("EEG P3", 7),
                ok("EEG T3", 12),
                unknown("EEG F3"));

        assertThat(report.electrodes()).extracting(Contact::name).containsExactly("O1", "C3", "T7", "F3", "P3", "Fp1");
    }

    @Test
    void anElectrodeLiesWhereItIsOnTheHeadAndTheReferenceNowhere() {
        ContactReport report = report(CapKind.CUP, ok("EEG Cz", 3), ok("REF", 2));

        Contact vertex = report.electrodes().getFirst();
        assertThat(vertex.x()).isZero();
        assertThat(vertex.y()).isZero();
        assertThat(report.electrodes().getLast().x()).isNull();
    }

    @Test
    void forReferenceAndGroundThereIsNothingBetweenGoodAndPoor() {
        ContactReport report = report(CapKind.CUP, ok("REF", 7), ok("GND", 4), ok("EEG C3", 7));

        assertThat(report.electrodes()).extracting(Contact::level).containsExactly("poor", "usable", "good");
        assertThat(report.hints()).containsExactly(new Hint("reference", List.of("REF"), java.util.Optional.empty()));
    }

    @Test
    void joinedAndUnequalElectrodesAreHintedAt() {
        ContactReport report =
                report(CapKind.CUP, ok("EEG C3", 0.2), bridge("EEG C4", 0.05), ok("EEG O1", 8), ok("EEG O2", 4));

        assertThat(report.hints())
                .containsExactly(
                        new Hint("bridge", List.of("C3", "C4"), java.util.Optional.empty()),
                        // 8 - 0.05 kΩ is more than the 5 kΩ of a good cup electrode.
                        new Hint("imbalance", List.of("O1", "C4"), java.util.Optional.of(8.0)));
    }

    @Test
    void limitsWithoutAGuidelineAreSaidToBeSo() {
        assertThat(Stream.of(CapKind.values())
                        .filter(cap -> report(cap, ok("EEG C3", 1)).doubtful()))
                .containsExactly(CapKind.GEL, CapKind.DRY);
    }

    @Test
    void simulatedValuesAreSaidToBeSo() {
        var simulated = new Impedance("EEG C3", OptionalDouble.of(4000), State.OK, "simulated");

        assertThat(report(CapKind.CUP, simulated).simulated()).isTrue();
        assertThat(report(CapKind.CUP, ok("EEG C3", 4)).simulated()).isFalse();
    }

    private static ContactReport report(CapKind cap, Impedance... measured) {
        return ContactReport.of(
                Stream.of(measured)
                        .map(one -> new Reading(one, Duration.ofSeconds(1)))
                        .toList(),
                true,
                cap);
    }

    private static Impedance ok(String channel, double kilohms) {
        return new Impedance(channel, OptionalDouble.of(1000 * kilohms), State.OK, "6 nA, 31.2 Hz");
    }

    private static Impedance bridge(String channel, double kilohms) {
        return new Impedance(channel, OptionalDouble.of(1000 * kilohms), State.BRIDGE, "6 nA, 31.2 Hz");
    }

    private static Impedance over(String channel) {
        return new Impedance(channel, OptionalDouble.empty(), State.OVER, "6 nA, 31.2 Hz");
    }

    private static Impedance unknown(String channel) {
        return new Impedance(channel, OptionalDouble.empty(), State.UNKNOWN, "6 nA, 31.2 Hz");
    }
}
