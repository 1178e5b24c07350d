package org.neuroward.agent.device.lsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.Delivered.Hole;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.Run;
import org.neuroward.lsl.ChannelFormat;
import org.neuroward.lsl.DescribedChannel;
import org.neuroward.lsl.NetworkSettings;
import org.neuroward.lsl.Outlet;
import org.neuroward.lsl.StreamTarget;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;

class LslAmplifierTest {

    private static final double PERIOD = 1 / LslSource.HERTZ;
    private static final DescribedChannel C3 = LslSource.channel("C3", "EEG", "microvolts");

    private final Delivered sink = new Delivered();

    private static LslAmplifier amplifier(NetworkSettings network, Optional<StreamTarget> markers) {
        StreamTarget signal = new StreamTarget.Matching("type='EEG'");
        LslAmplifier amplifier = LslAmplifier.open(new LslAddress(signal, markers, "", network), HostClock.system());
        Waiting.until("the stream is found", () -> amplifier.find().isPresent());
        return amplifier;
    }

    private static LslAmplifier amplifier(NetworkSettings network) {
        return amplifier(network, Optional.empty());
    }

    private static void awaitClient(Outlet outlet) {
        Waiting.until("the amplifier reads", outlet::hasClients);
    }

    @Test
    void wholeNumbersStayTheCountsThatTheyAre() throws Exception {
        NetworkSettings network = LslSource.network();
        try (var outlet =
                        LslSource.open(network, "ints", ChannelFormat.INT32, C3, LslSource.channel("", "", "counts"));
                var amplifier = amplifier(network)) {
            awaitClient(outlet);
            amplifier.start(new Run.Session(List.of(), 0), sink);
            int[] values = {0, 1, -1, 8_388_607, -8_388_608, 2_000_000_000, -2_000_000_000};
            for (int i = 0; i < values.length; i++) {
                LslSource.push(outlet, 100 + i * PERIOD, values[i]);
            }
            sink.awaitSamples(values.length);

            int[] limited = Arrays.stream(values)
                    .map(value -> Math.clamp(value, -8_388_608, 8_388_607))
                    .toArray();
            assertThat(sink.counts(0))
                    .isEqualTo(Arrays.stream(limited)
                            .flatMap(v -> IntStream.of(v, v))
                            .toArray());
            List<Channel> channels = amplifier.find().orElseThrow().channels();
            assertThat(channels.get(0).label()).isEqualTo("C3");
            assertThat(channels.get(0).unit()).isEqualTo("uV");
            assertThat(channels.get(0).calibration().microvoltsPerCount()).isEqualTo(1);
            assertThat(channels.get(1).kind()).isEqualTo(ChannelKind.OTHER);
            assertThat(channels.get(1).findCalibration()).isEmpty();
        }
        assertThat(sink.faults()).isEmpty();
    }

    @Test
    void fractionsLieOnAGridAndWhatIsNoNumberIsMissing() throws Exception {
        NetworkSettings network = LslSource.network();
        try (var outlet = LslSource.open(network, "floats", ChannelFormat.DOUBLE64, C3);
                var amplifier = amplifier(network)) {
            awaitClient(outlet);
            amplifier.start(new Run.Session(List.of(), 0), sink);
            double[] values = {0, 12.34, -12.35, 1e9, -1e9, Double.NaN, Double.POSITIVE_INFINITY, 1};
            for (int i = 0; i < values.length; i++) {
                LslSource.push(outlet, 100 + i * PERIOD, values[i]);
            }
            sink.awaitSamples(values.length);

            Channel channel = amplifier.find().orElseThrow().channels().getFirst();
            assertThat(channel.calibration().microvoltsPerCount())
                    .isEqualTo(0.02, org.assertj.core.api.Assertions.within(1e-9));
            int limit = channel.digital().max();
            // -12.35 lies between two points of the grid.
            assertThat(sink.counts(0)).containsExactly(0, 617, sink.counts(0)[2], limit, -limit, 50);
            assertThat(sink.counts(0)[2]).isIn(-617, -618);
            assertThat(sink.holes())
                    .extracting(Hole::firstSample, Hole::sampleCount, Hole::missing)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(5L, 1, new Missing(GapCause.SOURCE, true)),
                            org.assertj.core.groups.Tuple.tuple(6L, 1, new Missing(GapCause.SOURCE, true)));
        }
        assertThat(sink.faults()).isEmpty();
    }

    /** The counter is not recorded: it became the numbers of the samples. It wraps, and some samples come twice. */
    @Test
    void aDeclaredCounterProvesWhatIsMissing() throws Exception {
        NetworkSettings network = LslSource.network();
        var counter = new DescribedChannel("n", "Counter", "samples", OptionalLong.of(1000));
        try (var outlet = LslSource.open(network, "counted", ChannelFormat.INT16, C3, counter);
                var amplifier = amplifier(network)) {
            awaitClient(outlet);
            amplifier.start(new Run.Session(List.of(), 0), sink);
            int[] numbers = IntStream.rangeClosed(900, 1200)
                    .filter(n -> n != 950 && (n < 990 || n > 1009))
                    .toArray();
            for (int n : numbers) {
                LslSource.push(outlet, 100 + n * PERIOD, n % 1000);
                if (n == 1100) {
                    LslSource.push(outlet, 100 + n * PERIOD, n % 1000);
                }
            }
            sink.awaitSamples(301);

            assertThat(amplifier.find().orElseThrow().channels()).hasSize(1);
            assertThat(sink.counts(0))
                    .isEqualTo(Arrays.stream(numbers).map(n -> n % 1000).toArray());
            assertThat(sink.holes())
                    .extracting(Hole::firstSample, Hole::sampleCount, Hole::missing)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(50L, 1, new Missing(GapCause.COUNTER, true)),
                            org.assertj.core.groups.Tuple.tuple(90L, 20, new Missing(GapCause.COUNTER, true)));
            assertThat(sink.tally()).containsExactly(1, 0, 0);
        }
        assertThat(sink.faults()).isEmpty();
    }

    /** The source restarts after a known pause: our clock tells how long it was away, and says that it is an estimate. */
    @Test
    void aSourceThatWasAwayLeavesOneHole() throws Exception {
        NetworkSettings network = LslSource.network();
        Outlet first = LslSource.open(network, "away", ChannelFormat.INT32, C3);
        try (var amplifier = amplifier(network)) {
            awaitClient(first);
            amplifier.start(new Run.Session(List.of(), 0), sink);
            pushInRealTime(first, 0, 100);
            long away = System.nanoTime();
            sink.awaitSamples(100);
            first.close();
            sink.awaitState(DeviceState.ABSENT);
            try (var second = LslSource.open(network, "away", ChannelFormat.INT32, C3)) {
                awaitClient(second);
                sink.await(
                        "back",
                        delivered -> pushOne(second) && !delivered.holes().isEmpty());
                double seconds = (System.nanoTime() - away) / 1e9;

                assertThat(sink.holes()).hasSize(1);
                Hole hole = sink.holes().getFirst();
                assertThat(hole.missing()).isEqualTo(new Missing(GapCause.RECONNECTED, false));
                assertThat(hole.firstSample()).isEqualTo(100);
                assertThat(hole.sampleCount()).isBetween(1, (int) Math.ceil((seconds + 0.5) * LslSource.HERTZ));
            }
        }
        assertThat(sink.states().stream().filter(state -> state != DeviceState.SILENT))
                .startsWith(DeviceState.STREAMING, DeviceState.ABSENT, DeviceState.STREAMING);
        assertThat(sink.faults()).isEmpty();
    }

    private static boolean pushOne(Outlet outlet) {
        LslSource.push(outlet, Outlet.now(), 7);
        return true;
    }

    private static void pushInRealTime(Outlet outlet, int first, int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + (long) (i * PERIOD * 1e9);
            while (System.nanoTime() < due) {
                Thread.onSpinWait();
            }
            LslSource.push(outlet, Outlet.now(), first + i);
        }
    }

    @Test
    void aStreamThatFallsSilentIsSaidToBeSilent() throws Exception {
        NetworkSettings network = LslSource.network();
        try (var outlet = LslSource.open(network, "silent", ChannelFormat.INT32, C3);
                var amplifier = amplifier(network)) {
            awaitClient(outlet);
            amplifier.start(new Run.Preview(), sink);
            LslSource.push(outlet, 1, 1);
            sink.awaitState(DeviceState.STREAMING);
            long quiet = System.nanoTime();
            sink.awaitState(DeviceState.SILENT);

            assertThat(System.nanoTime() - quiet).isLessThan(1_000_000_000L);
        }
    }

    @Test
    void markersOfAnotherStreamBecomeRemarksAtTheirTime() throws Exception {
        NetworkSettings network = LslSource.network();
        try (var outlet = LslSource.open(network, "signal", ChannelFormat.INT32, C3);
                var texts = LslSource.open(network, "marks", ChannelFormat.STRING, LslSource.channel("", "", ""));
                var amplifier = amplifier(network, Optional.of(StreamTarget.Matching.named("marks")))) {
            awaitClient(outlet);
            awaitClient(texts);
            amplifier.start(new Run.Session(List.of(), 0), sink);
            double start = Outlet.now();
            for (int i = 0; i < 500; i++) {
                LslSource.push(outlet, start + i * PERIOD, i);
            }
            sink.awaitSamples(500);
            LslSource.push(texts, start + 100 * PERIOD, "眼睛闭合\n");
            sink.await("a remark", delivered -> !delivered.annotations().isEmpty());

            var remark = sink.annotations().getFirst();
            assertThat(remark.text()).isEqualTo("眼睛闭合");
            // Both streams have the same clock; what remains are errors of the corrections.
            assertThat(remark.onset().toNanos() / 1e9)
                    .isEqualTo(100 * PERIOD, org.assertj.core.api.Assertions.within(0.02));
        }
    }

    @Test
    void aRunFailsWhenTheStreamComesBackWithOtherChannels() throws Exception {
        NetworkSettings network = LslSource.network();
        Outlet first = LslSource.open(network, "changing", ChannelFormat.INT32, C3);
        try (var amplifier = amplifier(network)) {
            awaitClient(first);
            amplifier.start(new Run.Session(List.of(), 0), sink);
            LslSource.push(first, 1, 1);
            sink.awaitSamples(1);
            first.close();
            try (var second = LslSource.open(
                    network, "changing", ChannelFormat.INT32, C3, LslSource.channel("C4", "EEG", "uV"))) {
                sink.await("a failure", delivered -> !delivered.failures().isEmpty());
                assertThat(amplifier.find().orElseThrow().channels()).hasSize(2);
                amplifier.stop();
                awaitClient(second);
                amplifier.start(new Run.Preview(), new Delivered());
            }
        }
    }

    @Test
    void addressesSayWhichStream() throws Exception {
        assertThat(LslAddress.of(DeviceAddress.parse("lsl:lab-pc:16572")).signal())
                .isEqualTo(new StreamTarget.At("lab-pc", 16572));
        assertThat(LslAddress.of(DeviceAddress.parse("lsl:type='EEG' and name='X'"))
                        .signal())
                .isEqualTo(new StreamTarget.Matching("type='EEG' and name='X'"));
        assertThat(LslAddress.of(DeviceAddress.parse("lsl:NeuroHub")).signal())
                .isEqualTo(new StreamTarget.Matching("name='NeuroHub'"));
        assertThat(LslAddress.of(DeviceAddress.parse("lsl")).signal())
                .isEqualTo(new StreamTarget.Matching("type='EEG'"));
        LslAddress full =
                LslAddress.of(DeviceAddress.parse("lsl:X?markers=M&unit=uV&known-peers=a,10.0.0.7&session=ward"));
        assertThat(full.network().knownPeers()).containsExactly("a", "10.0.0.7");
        assertThat(full.network().sessionId()).isEqualTo("ward");
        assertThat(full.unit()).isEqualTo("uV");
        assertThat(full.markers()).contains(new StreamTarget.Matching("name='M' and channel_format='string'"));
        assertThatThrownBy(() -> LslAddress.of(DeviceAddress.parse("lsl:X?unit=counts")))
                .isInstanceOf(AddressException.class);
        assertThatThrownBy(() -> LslAddress.of(DeviceAddress.parse("lsl:host:0")))
                .isInstanceOf(AddressException.class);
    }
}
