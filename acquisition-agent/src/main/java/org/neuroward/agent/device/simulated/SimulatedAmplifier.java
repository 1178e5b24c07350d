package org.neuroward.agent.device.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Instruction;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.PacedSource;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

/** An amplifier of 24 bits at 250 Hz on a {@link SimulatedPatient}, who closes the eyes when an instruction says so. */
public final class SimulatedAmplifier implements Amplifier {

    private static final SamplingRate RATE = new SamplingRate(250);
    private static final int BLOCK_SAMPLES = 10;
    private static final int SAMPLES_BETWEEN_MEASUREMENTS = 250;
    private static final long SAMPLE_NANOS = 4_000_000;
    private static final DigitalRange DIGITAL = new DigitalRange(-8_000_000, 8_000_000);
    private static final PhysicalRange MICROVOLTS = new PhysicalRange(-200_000, 200_000);
    private static final double COUNTS_PER_MICROVOLT = 40;

    private final long seed;
    private final PacedSource source = new PacedSource("simulated patient");
    private final Pace pace;
    private final AmplifierDescription description;
    private final SimulatedContacts contacts;
    private volatile boolean measuring;
    private int sessions;

    public SimulatedAmplifier(long seed, Pace pace) {
        this.seed = seed;
        this.pace = pace;
        this.contacts = new SimulatedContacts(seed);
        List<Channel> channels =
                Electrodes.SCREEN_19.stream().map(SimulatedAmplifier::channel).toList();
        this.description = new AmplifierDescription("simulated patient, seed " + seed, true, channels);
    }

    private static Channel channel(String electrode) {
        return new Channel(
                "EEG " + electrode, ChannelKind.EEG, "uV", RATE, DIGITAL, MICROVOLTS, "simulated electrode", "");
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public Optional<AmplifierDescription> find() {
        return Optional.of(description);
    }

    @Override
    public Continuity continuity() {
        return Continuity.SIMULATED;
    }

    /** Each session of one agent run gets another signal; the first session after a start always gets the same. */
    @Override
    public void start(Run run, SampleSink sink) {
        switch (run) {
            case Run.Preview preview ->
                source.start(new Slices(-1 - seed, new Run.Session(List.of(), 0)), pace.forPreview(), sink);
            case Run.Session session -> source.start(new Slices(seed + sessions++, session), pace, sink);
        }
    }

    @Override
    public void stop() {
        source.stop();
    }

    @Override
    public boolean measuresImpedance() {
        return true;
    }

    /** Like an amplifier whose test signal lies above the EEG: samples go on meanwhile, untouched. */
    @Override
    public void measureImpedance(boolean on) {
        measuring = on;
    }

    @Override
    public void close() {
        stop();
    }

    /** Eyes are open unless the instruction of the moment says closed. */
    private static boolean eyesClosed(List<Instruction> instructions, Duration at) {
        for (Instruction instruction : instructions) {
            if (instruction.onset().compareTo(at) <= 0 && at.compareTo(instruction.end()) < 0) {
                return instruction.text().toLowerCase(Locale.ROOT).contains("closed");
            }
        }
        return false;
    }

    private final class Slices implements PacedSource.Slices {

        private final SimulatedPatient patient;
        private final List<Instruction> instructions;
        private final double[] microvolts = new double[Electrodes.SCREEN_19.size()];
        private final long first;
        private final long startNanos;
        private long patientAt;
        private long next;

        private Slices(long seed, Run.Session session) {
            this.patient = new SimulatedPatient(seed, RATE.hertz());
            this.instructions = session.instructions();
            this.first = session.firstSample(RATE);
            this.startNanos = first * SAMPLE_NANOS - session.resumeAtNanos();
        }

        @Override
        public long deliverNext(SampleSink sink) {
            while (patientAt < first) {
                nextSample();
            }
            int[] counts = new int[BLOCK_SAMPLES * microvolts.length];
            for (int i = 0; i < BLOCK_SAMPLES; i++) {
                nextSample();
                for (int channel = 0; channel < microvolts.length; channel++) {
                    counts[i * microvolts.length + channel] = count(microvolts[channel]);
                }
            }
            sink.block(SampleBlock.of(0, next, microvolts.length, startNanos + next * SAMPLE_NANOS, counts));
            next += BLOCK_SAMPLES;
            if (measuring && next % SAMPLES_BETWEEN_MEASUREMENTS == 0) {
                sink.impedances(contacts.measure());
            }
            return next * SAMPLE_NANOS;
        }

        /** The patient's state follows from every sample before: a run that resumes makes those too, and keeps none. */
        private void nextSample() {
            patient.next(eyesClosed(instructions, RATE.timeOf(patientAt++)), microvolts);
        }

        private static int count(double microvolts) {
            long count = Math.round(microvolts * COUNTS_PER_MICROVOLT);
            return (int) Math.max(DIGITAL.min(), Math.min(DIGITAL.max(), count));
        }
    }
}
