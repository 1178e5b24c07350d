package org.neuroward.agent.device.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.SeededRandom;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.Impedance.State;

/**
 * Contacts of the 19 electrodes, the reference and the ground, as a technician finds them: most are good at once, all get
 * better with every measurement as gel soaks in, one has no contact at first, one stays poor. The seed alone decides every
 * value; they say nothing about a real skin.
 */
final class SimulatedContacts {

    private static final String METHOD = "simulated";
    private static final double TYPICAL_OHMS = 4_000;
    private static final double SPREAD = 0.4;
    private static final double LARGEST_OHMS = 200_000;
    private static final double SOAKING_MEASUREMENTS = 8;
    private static final int LOOSE_MEASUREMENTS = 3;

    private final SeededRandom random;
    private final List<String> names = new ArrayList<>();
    private final double[] settledOhms;
    private final int loose;
    private int measurements;

    SimulatedContacts(long seed) {
        this.random = SeededRandom.of(seed, 0x0C0117AC7L);
        Electrodes.SCREEN_19.forEach(electrode -> names.add("EEG " + electrode));
        int electrodes = names.size();
        names.add("REF");
        names.add("GND");
        this.settledOhms = new double[names.size()];
        for (int i = 0; i < settledOhms.length; i++) {
            settledOhms[i] = TYPICAL_OHMS * StrictMath.exp(SPREAD * random.nextGaussian());
        }
        this.loose = random.nextInt(electrodes);
        settledOhms[(loose + 1 + random.nextInt(electrodes - 1)) % electrodes] = 4 * TYPICAL_OHMS;
    }

    List<Impedance> measure() {
        var measured = new ArrayList<Impedance>();
        double dry = 1 + 2 * StrictMath.exp(-measurements / SOAKING_MEASUREMENTS);
        for (int i = 0; i < settledOhms.length; i++) {
            double ohms = settledOhms[i] * dry * (1 + 0.02 * random.nextGaussian());
            measured.add(
                    i == loose && measurements < LOOSE_MEASUREMENTS
                            ? new Impedance(names.get(i), OptionalDouble.empty(), State.OVER, METHOD)
                            : new Impedance(names.get(i), OptionalDouble.of(within(ohms)), State.OK, METHOD));
        }
        measurements++;
        return measured;
    }

    private static double within(double ohms) {
        return Math.round(Math.max(100, Math.min(LARGEST_OHMS, ohms)) / 10) * 10.0;
    }
}
