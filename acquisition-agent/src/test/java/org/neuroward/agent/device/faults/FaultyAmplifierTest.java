package org.neuroward.agent.device.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;

class FaultyAmplifierTest {

    private static final double HERTZ = 100;
    private static final int SECONDS = 20;
    private static final double FAST = 1000;

    private final Delivered delivered = new Delivered();
    private final List<InjectedGap> injected = new ArrayList<>();

    @Test
    void anUnpluggedDeviceLeavesOneGapOfItsExactLength() throws Exception {
        run("unplug=3s@5s", new Run.Session(List.of(), 0), 7);

        assertThat(delivered.holes())
                .containsExactly(new Delivered.Hole(0, 500, 300, new Missing(GapCause.RECONNECTED), 5_000_000_000L));
        assertThat(delivered.states()).containsExactly(DeviceState.ABSENT, DeviceState.STREAMING);
        assertSamplesAreTheirOwnIndex(0);
        assertHolesAreTheInjected(0);
    }

    @Test
    void droppedSamplesAreGapsAndAsManyAsWasAskedFor() throws Exception {
        run("drop=0.05,seed=3", new Run.Session(List.of(), 0), 7);

        int lost =
                delivered.holes().stream().mapToInt(Delivered.Hole::sampleCount).sum();
        // Binomial of 2000 samples: mean 100, standard deviation 9.7; four of them either way.
        assertThat(lost).isBetween(61, 139);
        assertThat(delivered.holes()).allMatch(hole -> hole.missing().equals(new Missing(GapCause.COUNTER)));
        assertSamplesAreTheirOwnIndex(0);
        assertHolesAreTheInjected(0);
    }

    @Test
    void theSameSeedLosesTheSameSamplesHoweverTheyAreCutAndWhenceverTheRunBegins() throws Exception {
        run("drop=0.05,unplug=1s@15s", new Run.Session(List.of(), 0), 7);
        List<InjectedGap> whole = List.copyOf(injected);
        injected.clear();
        var resumed = new Delivered();
        start("drop=0.05,unplug=1s@15s", new Run.Session(List.of(), 10_000_000_000L), 11, resumed);

        assertThat(lostIndexes(injected))
                .isEqualTo(lostIndexes(whole).stream()
                        .filter(index -> index >= 1000)
                        .toList());
        assertThat(resumed.faults()).isEmpty();
        assertThat(resumed.holes().getFirst().firstSample() + 1000)
                .isEqualTo(injected.getFirst().firstSample());
    }

    @Test
    void aClockThatJumpsMovesTheStampsAndNoSample() throws Exception {
        run("clock-jump=+3600s@10s", new Run.Session(List.of(), 0), 10);

        assertThat(delivered.holes()).isEmpty();
        for (SampleBlock block : delivered.blocks()) {
            long jump = block.firstSample() >= 1000 ? 3_600_000_000_000L : 0;
            assertThat(block.deviceNanos()).isEqualTo(block.firstSample() * 10_000_000L + jump);
        }
        assertSamplesAreTheirOwnIndex(0);
    }

    @Test
    void aFlatElectrodeStandsStillWhileTheOtherGoesOn() throws Exception {
        run("flat=c3@5s:2s", new Run.Session(List.of(), 0), 7);

        int[] counts = delivered.counts(0);
        for (int sample = 0; sample < SECONDS * 100; sample++) {
            assertThat(counts[2 * sample]).isEqualTo(sample >= 500 && sample < 700 ? 500 : sample);
            assertThat(counts[2 * sample + 1]).isEqualTo(-sample);
        }
    }

    @Test
    void aStallHoldsUpEverythingAndLosesNothing() throws Exception {
        run("stall=20s@10s", new Run.Session(List.of(), 0), 7);

        assertThat(delivered.states()).containsExactly(DeviceState.SILENT, DeviceState.STREAMING);
        assertThat(delivered.holes()).isEmpty();
        assertSamplesAreTheirOwnIndex(0);
    }

    @Test
    void lumpsComeLateAndWhole() throws Exception {
        run("burst=1s,drop=0.01", new Run.Session(List.of(), 0), 7);

        assertThat(delivered.isEnded()).isTrue();
        assertSamplesAreTheirOwnIndex(0);
        assertHolesAreTheInjected(0);
    }

    @Test
    void aPreviewIsSound() throws Exception {
        run("drop=0.5,unplug=5s@0s", new Run.Preview(), 7);

        assertThat(delivered.holes()).isEmpty();
        assertThat(injected).isEmpty();
    }

    private void run(String faults, Run run, int blockSamples) throws FaultSyntaxException {
        start(faults, run, blockSamples, delivered);
    }

    private void start(String faults, Run run, int blockSamples, Delivered to) throws FaultSyntaxException {
        new FaultyAmplifier(new Ramp(blockSamples), Faults.parse(faults), FAST, injected::add).start(run, to);
    }

    private void assertSamplesAreTheirOwnIndex(long first) {
        assertThat(delivered.faults()).isEmpty();
        assertThat(delivered.position(0)).isEqualTo(SECONDS * 100);
        for (SampleBlock block : delivered.blocks()) {
            for (int i = 0; i < block.sampleCount(); i++) {
                assertThat(block.counts()[2 * i]).isEqualTo((int) (first + block.firstSample() + i));
            }
        }
    }

    private void assertHolesAreTheInjected(long first) {
        assertThat(injected)
                .isNotEmpty()
                .isEqualTo(delivered.holes().stream()
                        .map(hole -> new InjectedGap(
                                0,
                                first + hole.firstSample(),
                                hole.sampleCount(),
                                hole.missing().cause()))
                        .toList());
    }

    private static List<Long> lostIndexes(List<InjectedGap> gaps) {
        return gaps.stream()
                .flatMap(gap -> IntStream.range(0, gap.sampleCount()).mapToObj(i -> gap.firstSample() + i))
                .toList();
    }

    /** Two channels whose counts are the recording's sample index, and less than nothing by as much; delivered at once. */
    private record Ramp(int blockSamples) implements Amplifier {

        @Override
        public String name() {
            return "ramp";
        }

        @Override
        public Optional<AmplifierDescription> find() {
            return Optional.of(new AmplifierDescription(name(), true, List.of(channel("EEG C3"), channel("EEG C4"))));
        }

        private static Channel channel(String label) {
            return new Channel(
                    label,
                    ChannelKind.EEG,
                    "uV",
                    new SamplingRate(HERTZ),
                    new DigitalRange(-32768, 32767),
                    new PhysicalRange(-3276.8, 3276.7),
                    "",
                    "");
        }

        @Override
        public Continuity continuity() {
            return Continuity.SIMULATED;
        }

        @Override
        public void start(Run run, SampleSink sink) {
            int first = run instanceof Run.Session session ? (int) session.firstSample(new SamplingRate(HERTZ)) : 0;
            for (int at = first; at < SECONDS * 100; at += blockSamples) {
                int[] counts = new int[2 * Math.min(blockSamples, SECONDS * 100 - at)];
                for (int i = 0; i < counts.length; i++) {
                    counts[i] = (at + i / 2) * (i % 2 == 0 ? 1 : -1);
                }
                sink.block(SampleBlock.of(0, at - first, 2, (at - first) * 10_000_000L, counts));
            }
            sink.ended();
        }

        @Override
        public void stop() {}

        @Override
        public boolean measuresImpedance() {
            return false;
        }

        @Override
        public void measureImpedance(boolean on) {
            throw new UnsupportedOperationException(name() + Arrays.asList(on));
        }

        @Override
        public void close() {}
    }
}
