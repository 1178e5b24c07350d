package org.neuroward.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.Gap;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

class SampleComparisonTest {

    private static final int[] COUNTING = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    private record OneChannel(List<Gap> gapsOfIt, int... values) implements Recording {
        @Override
        public List<Channel> channels() {
            return List.of(new Channel(
                    "EEG Cz",
                    ChannelKind.EEG,
                    "uV",
                    new SamplingRate(256),
                    new DigitalRange(-32768, 32767),
                    new PhysicalRange(-3276.8, 3276.7),
                    "",
                    ""));
        }

        @Override
        public Optional<LocalDateTime> startTime() {
            return Optional.empty();
        }

        @Override
        public List<Annotation> annotations() {
            return List.of();
        }

        @Override
        public long samples(int channel) {
            return values.length;
        }

        @Override
        public List<Gap> gaps(int channel) {
            return gapsOfIt;
        }

        @Override
        public void counts(int channel, long firstSample, int[] into) {
            System.arraycopy(values, (int) firstSample, into, 0, into.length);
        }

        @Override
        public void close() {}
    }

    private static SampleComparison compared(List<Gap> gaps, int... recorded) throws Exception {
        return SampleComparison.of(new OneChannel(gaps, recorded), new OneChannel(List.of(), COUNTING));
    }

    @Test
    void theSourceItselfIsExact() throws Exception {
        assertThat(compared(List.of(), COUNTING)).isEqualTo(new SampleComparison(10, 0, 0, 0));
        assertThat(compared(List.of(), Arrays.copyOf(COUNTING, 4))).isEqualTo(new SampleComparison(4, 0, 0, 0));
    }

    @Test
    void aLostAndADoubledSampleShiftAllThatFollows() throws Exception {
        assertThat(compared(List.of(), 0, 1, 3, 4, 5).wrong()).isEqualTo(3);
        assertThat(compared(List.of(), 0, 1, 1, 2, 3).wrong()).isEqualTo(3);
    }

    @Test
    void aGapIsMissingButNotWrong() throws Exception {
        assertThat(compared(List.of(new Gap(2, 3)), 0, 1, 0, 0, 0, 5, 6)).isEqualTo(new SampleComparison(4, 0, 3, 0));
    }

    @Test
    void whatTheSourceNeverGaveIsBeyondIt() throws Exception {
        assertThat(compared(List.of(), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).beyond())
                .isEqualTo(2);
    }
}
