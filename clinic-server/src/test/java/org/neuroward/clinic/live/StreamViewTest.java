package org.neuroward.clinic.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.neuroward.artifact.SecondQuality;
import org.neuroward.clinic.ingest.LiveSignals;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.Electrodes;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.StreamLayout;

class StreamViewTest {

    private static final DisplaySettings UNFILTERED = new DisplaySettings("recorded", 0, 0, 0, "average");

    private final List<Channel> channels = List.of(
            channel("EEG Fp1", ChannelKind.EEG, "uV"),
            channel("EEG F7", ChannelKind.EEG, "uV"),
            channel("ECG", ChannelKind.ECG, "mV"),
            channel("Trigger", ChannelKind.TRIGGER, ""));

    @Test
    void aBlockTellsItsStreamFirstSampleArrivalAndMicrovoltsChannelByChannel() {
        StreamView view = view(UNFILTERED);

        ByteBuffer block = view.take(LiveSignals.samples(512, 10, -20, 3, 1, 11, -21, 4, 0));

        assertThat(block.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(block.get()).isEqualTo((byte) 1);
        assertThat(block.get()).isZero();
        assertThat(block.getShort()).isEqualTo((short) 3);
        assertThat(block.getInt()).isEqualTo(2);
        assertThat(block.getDouble()).isEqualTo(512);
        assertThat(block.getDouble()).isEqualTo(1_000);
        assertThat(floats(block)).containsExactly(10f, 11f, -20f, -21f, 3_000f, 4_000f);
    }

    @Test
    void theAverageMontageSubtractsTheMeanOfScalpElectrodesFromThemAlone() {
        StreamView view = view(new DisplaySettings("average", 0, 0, 0, "average"));

        float[] values = values(view.take(LiveSignals.samples(0, 10, -20, 3, 1)));

        assertThat(values).containsExactly(15f, -15f, 3_000f);
        assertThat(view.traces()).extracting(Trace::label).containsExactly("Fp1-Avg", "F7-Avg", "ECG");
    }

    @Test
    void theBipolarMontageShowsNeighboursOfAChain() {
        StreamView view = view(new DisplaySettings("longitudinal-bipolar", 0, 0, 0, "average"));

        float[] values = values(view.take(LiveSignals.samples(0, 10, -20, 3, 1)));

        assertThat(values).containsExactly(30f, 3_000f);
        assertThat(view.traces()).extracting(Trace::name).containsExactly("Fp1-F7", "ECG");
    }

    @Test
    void whatTheElectrodesDoNotGiveIsNamedAndNothingStandsInForIt() {
        StreamView mastoids = view(new DisplaySettings("linked-mastoids", 0, 0, 0, "average"));
        StreamView neighbours = view(new DisplaySettings("source-derivation", 0, 0, 0, "average"));

        assertThat(mastoids.traces()).extracting(Trace::label).containsExactly("ECG");
        assertThat(mastoids.unavailable())
                .extracting(one -> one.derivation().label())
                .containsExactly("Fp1-M1M2", "F7-M1M2");
        assertThat(neighbours.unavailable()).hasSize(2);
        assertThat(view(UNFILTERED).unavailable()).isEmpty();
    }

    @Test
    void everyMontageOfTheScreeningSetGivesItsTraces() {
        List<Channel> nineteen = Electrodes.SCREEN_19.stream()
                .map(name -> channel("EEG " + name, ChannelKind.EEG, "uV"))
                .toList();
        int[] counts = IntStream.range(0, 19).toArray();
        for (String montage : DisplaySettings.MONTAGES) {
            var view = new StreamView(
                    StreamLayout.of(nineteen).streams().getFirst(),
                    nineteen,
                    new DisplaySettings(montage, 0, 0, 0, "average"));

            float[] values = values(view.take(LiveSignals.samples(0, counts)));

            int expected = Map.of("longitudinal-bipolar", 18, "transverse-bipolar", 14, "linked-mastoids", 0)
                    .getOrDefault(montage, 19);
            assertThat(values).as(montage).hasSize(expected);
        }
    }

    @Test
    void aLongerBlockAfterAShortOneIsShownWhole() {
        StreamView view = view(new DisplaySettings("average", 0, 0, 0, "average"));
        view.take(LiveSignals.samples(0, 10, -20, 3, 1));

        float[] values = values(view.take(LiveSignals.samples(1, 20, 0, 5, 1, 40, 0, 6, 1, 60, 0, 7, 1)));

        assertThat(values).containsExactly(10f, 20f, 30f, -10f, -20f, -30f, 5_000f, 6_000f, 7_000f);
    }

    @Test
    void theSameSamplesInOtherBlocksAreFilteredTheSame() {
        int[] counts = IntStream.range(0, 400)
                .map(i -> (int) (100 * Math.sin(i * 0.7) + i))
                .toArray();
        StreamView whole = view(DisplaySettings.USUAL);
        StreamView halves = view(DisplaySettings.USUAL);

        float[] once = values(whole.take(LiveSignals.samples(0, counts)));
        float[] first = values(halves.take(LiveSignals.samples(0, java.util.Arrays.copyOf(counts, 200))));
        float[] second = values(halves.take(LiveSignals.samples(50, java.util.Arrays.copyOfRange(counts, 200, 400))));

        assertThat(first[49]).isEqualTo(once[49]);
        assertThat(second[49]).isEqualTo(once[99]);
    }

    @Test
    void anElectrodesOffsetCausesNoTransientAtTheStartOrBehindAGap() {
        StreamView view = view(DisplaySettings.USUAL);

        float[] start = values(view.take(LiveSignals.samples(0, 9_000, 9_000, 0, 0, 9_000, 9_000, 0, 0)));
        float[] behindGap = values(view.take(LiveSignals.samples(1_000, -9_000, 5_000, 0, 0)));

        // The high-pass starts as if the level had always been there; what remains is rounding of doubles near 9000.
        assertThat(start[0]).isCloseTo(0, within(1e-6f));
        assertThat(start[1]).isCloseTo(0, within(1e-6f));
        assertThat(behindGap[0]).isCloseTo(0, within(1e-6f));
    }

    @Test
    void qualityIsJudgedOnTheLastWholeSecondAsRecorded() {
        StreamView view = view(DisplaySettings.USUAL);
        int[] counts = new int[256 * 4];
        for (int i = 0; i < 256; i++) {
            counts[4 * i] = (int) Math.round(20 * Math.sin(2 * Math.PI * 10 * i / 256.0));
        }

        view.take(LiveSignals.samples(0, counts));

        assertThat(view.electrodes()).allMatch(electrode -> electrode.second().isFull());
        assertThat(statusOf(view, 0)).isEqualTo(SecondQuality.Status.GOOD);
        assertThat(statusOf(view, 1)).isEqualTo(SecondQuality.Status.FLAT);
    }

    @Test
    void aFilterThatTheRateCannotCarryIsLeftOutAndSaidSo() {
        DisplaySettings possible = DisplaySettings.USUAL.at(new SamplingRate(100));

        assertThat(possible.highpassHertz()).isEqualTo(0.5);
        assertThat(possible.lowpassHertz()).isZero();
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new DisplaySettings("upside-down", 0.5, 70, 0, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DisplaySettings("recorded", 70, 70, 0, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DisplaySettings("recorded", 0.5, 70, 55, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DisplaySettings("recorded", Double.NaN, 70, 0, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SecondQuality.Status statusOf(StreamView view, int electrode) {
        return view.electrodes().get(electrode).second().judge(50).status();
    }

    private StreamView view(DisplaySettings settings) {
        return new StreamView(StreamLayout.of(channels).streams().getFirst(), channels, settings);
    }

    private static float[] values(ByteBuffer block) {
        block.position(24);
        return floats(block);
    }

    private static float[] floats(ByteBuffer block) {
        float[] values = new float[block.remaining() / Float.BYTES];
        block.asFloatBuffer().get(values);
        return values;
    }

    /** One count is one unit. */
    private static Channel channel(String label, ChannelKind kind, String unit) {
        return new Channel(
                label,
                kind,
                unit,
                new SamplingRate(256),
                new DigitalRange(-32_768, 32_767),
                new PhysicalRange(-32_768, 32_767),
                "",
                "");
    }
}
