package org.neuroward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.ReferenceFile;
import org.neuroward.signal.SamplingRate;

class FilterBankTest {

    private static final SamplingRate RATE = new SamplingRate(250);
    private static final CausalFilter FILTER = CausalFilter.highPass(RATE, 2, 0.5)
            .then(CausalFilter.mainsNotch(RATE, 50))
            .then(CausalFilter.bandPass(RATE, 2, 8, 12));

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 19})
    void blocksOfAnySizeGiveTheBitsOfTheWholeRecordingAndOfOneStateEach(int channels) {
        double[][] recording = recording(channels, 1700);

        double[][] whole = FILTER.apply(recording);

        double[][] inBlocks = new double[channels][1700];
        FilterBank bank = FILTER.newBank(channels);
        int[] sizes = {1, 20, 0, 513, 7, 600};
        int from = 0;
        for (int i = 0; from < 1700; i++) {
            int to = Math.min(1700, from + sizes[i % sizes.length]);
            double[][] block = part(recording, from, to);
            bank.apply(block);
            for (int c = 0; c < channels; c++) {
                System.arraycopy(block[c], 0, inBlocks[c], from, to - from);
            }
            from = to;
        }
        for (int c = 0; c < channels; c++) {
            double[] alone = recording[c].clone();
            FILTER.newState().apply(alone);
            assertThat(whole[c]).isEqualTo(alone);
            assertThat(inBlocks[c]).isEqualTo(alone);
        }
    }

    @Test
    void aSettledChannelHasNoTransient() {
        FilterBank bank = FILTER.newBank(2);
        bank.settle(1, 12_345);
        double[][] block = new double[2][100];
        Arrays.fill(block[0], 12_345);
        Arrays.fill(block[1], 12_345);

        bank.apply(block);

        assertThat(block[1]).containsOnly(new double[] {0}, within(1e-6));
        assertThat(Arrays.stream(block[0]).map(Math::abs).max().orElseThrow()).isGreaterThan(100);
    }

    @Test
    void blocksOfAnotherShapeAreRefused() {
        FilterBank bank = FILTER.newBank(2);

        assertThatIllegalArgumentException().isThrownBy(() -> bank.apply(new double[3][5]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bank.apply(new double[][] {new double[5], new double[6]}));
        assertThatIllegalArgumentException().isThrownBy(() -> bank.settle(2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> FILTER.newBank(-1));
        assertThat(FILTER.apply(new double[0][])).isEmpty();
    }

    private static double[][] recording(int channels, int samples) {
        double[] walk = ReferenceFile.walk(samples + channels);
        double[][] recording = new double[channels][];
        for (int c = 0; c < channels; c++) {
            recording[c] = Arrays.copyOfRange(walk, c, c + samples);
        }
        return recording;
    }

    private static double[][] part(double[][] recording, int from, int to) {
        return Arrays.stream(recording)
                .map(channel -> Arrays.copyOfRange(channel, from, to))
                .toArray(double[][]::new);
    }
}
