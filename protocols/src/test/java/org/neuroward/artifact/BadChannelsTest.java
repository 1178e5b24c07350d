package org.neuroward.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.neuroward.artifact.WindowGrid.Stretch;

class BadChannelsTest {

    private static final int CHANNELS = 19;
    private static final int SAMPLES = 100;
    private static final WindowGrid GRID = WindowGrid.over(List.of(new Stretch(0, 40 * SAMPLES)), SAMPLES);

    private final List<ChannelFacts> facts = new ArrayList<>();
    private final double[][] signals = new double[CHANNELS][40 * SAMPLES];

    BadChannelsTest() {
        var random = new Random(3);
        for (int n = 0; n < 40 * SAMPLES; n++) {
            double shared = random.nextGaussian();
            for (double[] signal : signals) {
                signal[n] = shared + random.nextGaussian();
            }
        }
        for (int c = 0; c < CHANNELS; c++) {
            facts.add(new ChannelFacts(false, 10 + 0.1 * c, 0.2 + 0.001 * c, Double.NaN));
        }
    }

    @Test
    void goodChannelsStay() {
        assertThat(find()).containsOnly(Optional.empty());
    }

    @Test
    void aFlatChannelIsBad() {
        facts.set(4, new ChannelFacts(true, 0, Double.NaN, Double.NaN));

        assertThat(find().get(4)).hasValue("bad-flat");
    }

    @Test
    void anAmplitudeFarFromTheOthersIsBadInBothDirections() {
        facts.set(2, new ChannelFacts(false, 60, 0.2, Double.NaN));
        facts.set(3, new ChannelFacts(false, 0.5, 0.2, Double.NaN));

        assertThat(find().get(2)).hasValue("bad-deviation");
        assertThat(find().get(3)).hasValue("bad-deviation");
    }

    @Test
    void moreFastNoiseThanTheOthersIsBadButLessIsNot() {
        facts.set(5, new ChannelFacts(false, 10.5, 3, Double.NaN));
        facts.set(6, new ChannelFacts(false, 10.6, 0.01, Double.NaN));

        assertThat(find().get(5)).hasValue("bad-high-frequency");
        assertThat(find().get(6)).isEmpty();
    }

    @Test
    void aChannelThatGoesWithNoOtherIsBad() {
        var random = new Random(99);
        for (int n = 0; n < signals[7].length; n++) {
            signals[7][n] = random.nextGaussian();
        }

        List<Optional<String>> reasons = find();

        assertThat(reasons.get(7)).hasValue("bad-low-correlation");
        assertThat(reasons).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void aChannelThatShowsTheHeartIsBad() {
        facts.set(8, new ChannelFacts(false, 10.8, 0.208, -0.4));

        assertThat(find().get(8)).hasValue("bad-ecg");
    }

    @Test
    void theLimitsOfCorrelationDependOnTheNumberOfChannels() {
        assertThat(BadChannels.CorrelationLimit.forChannels(19)).isEqualTo(new BadChannels.CorrelationLimit(0.3, 0.05));
        assertThat(BadChannels.CorrelationLimit.forChannels(20)).isEqualTo(new BadChannels.CorrelationLimit(0.4, 0.01));
    }

    private List<Optional<String>> find() {
        double[][] copies = new double[CHANNELS][];
        for (int c = 0; c < CHANNELS; c++) {
            copies[c] = signals[c].clone();
        }
        return BadChannels.find(facts, copies, GRID);
    }
}
