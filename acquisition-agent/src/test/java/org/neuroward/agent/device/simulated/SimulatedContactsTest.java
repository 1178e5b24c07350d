package org.neuroward.agent.device.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.Run;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.Impedance.State;

class SimulatedContactsTest {

    @Test
    void everyElectrodeIsMeasuredWithReferenceAndGroundAndMarkedAsSimulated() {
        List<Impedance> measured = new SimulatedContacts(7).measure();

        assertThat(measured).hasSize(21).allMatch(one -> one.method().equals("simulated"));
        assertThat(measured).extracting(Impedance::channel).contains("EEG Cz", "REF", "GND");
        assertThat(measured).filteredOn(one -> one.state() == State.OVER).hasSize(1);
    }

    @Test
    void contactsGetBetterAndOneStaysPoor() {
        var contacts = new SimulatedContacts(7);
        double first = sum(contacts.measure());
        for (int i = 0; i < 40; i++) {
            contacts.measure();
        }
        List<Impedance> settled = contacts.measure();

        assertThat(settled).allMatch(one -> one.state() == State.OK);
        assertThat(sum(settled)).isLessThan(first / 2);
        assertThat(settled).anyMatch(one -> one.ohms().getAsDouble() > 10_000);
    }

    @Test
    void samplesGoOnWhileImpedancesAreMeasured() {
        var amplifier = new SimulatedAmplifier(7, new Pace(HostClock.system(), 100));
        var delivered = new Delivered();
        amplifier.start(new Run.Session(List.of(), 0), delivered);
        amplifier.measureImpedance(true);
        delivered.await("impedances", sink -> sink.impedances().size() >= 42);
        amplifier.measureImpedance(false);
        amplifier.stop();

        assertThat(delivered.faults()).isEmpty();
        assertThat(delivered.holes()).isEmpty();
        assertThat(delivered.position(0)).isGreaterThan(250);
    }

    private static double sum(List<Impedance> measured) {
        return measured.stream().mapToDouble(one -> one.ohms().orElse(200_000)).sum();
    }
}
