package org.neuroward.agent.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.signal.Channel;

/** At 250 Hz a column of a fiftieth of a second holds 5 samples; one count is 0.1 microvolt. */
class LiveTraceTest {

    private static final int CHANNELS = 3;

    private final LiveTrace trace = new LiveTrace();

    @Test
    void aColumnHoldsTheLowestAndHighestOfItsFiveSamples() {
        trace.begin(ScriptedDesk.CHANNELS);
        trace.block(block(0, 10, -20, 30, 0, 5, 70, 60, 70, 80, 90, 0));

        LiveTrace.Slice slice = trace.since(0);

        // The third column has only begun.
        assertThat(slice.nextColumn()).isEqualTo(2);
        LiveTrace.Columns first = slice.channels().getFirst();
        assertThat(first.label()).isEqualTo("Fp1");
        assertThat(first.lowest()).containsExactly(-2f, 6f);
        assertThat(first.highest()).containsExactly(3f, 9f);
        assertThat(slice.channels().get(1).lowest()).containsExactly(-4f, 12f);
    }

    @Test
    void whatIsAskedForAgainComesOnceAndNothingIsMadeUpInAHole() {
        trace.begin(ScriptedDesk.CHANNELS);
        trace.block(block(0, 1, 1, 1, 1, 1));
        trace.block(block(15, 2, 2, 2, 2, 2, 2));

        LiveTrace.Slice all = trace.since(0);
        assertThat(all.channels().getFirst().lowest()).containsExactly(.1f, Float.NaN, Float.NaN, .2f);

        assertThat(trace.since(all.nextColumn()).channels().getFirst().lowest()).isEmpty();
    }

    @Test
    void aNightOfSamplesTakesNoMoreRoomThanTenSeconds() {
        trace.begin(ScriptedDesk.CHANNELS);
        for (int second = 0; second < 100; second++) {
            trace.block(block(second * 250L, new int[250]));
        }
        trace.block(block(3_000_000_000L, 7, 7, 7, 7, 7, 7));

        LiveTrace.Slice slice = trace.since(0);

        assertThat(slice.channels().getFirst().lowest()).hasSize(LiveTrace.COLUMNS - 1);
        assertThat(slice.nextColumn()).isEqualTo(600_000_001L);
    }

    @Test
    void aPageThatSawAnEarlierRunStartsAnew() {
        trace.begin(ScriptedDesk.CHANNELS);
        trace.block(block(0, new int[2500]));
        long seen = trace.since(0).nextColumn();

        trace.begin(ScriptedDesk.CHANNELS);
        trace.block(block(0, 3, 3, 3, 3, 3, 3));

        assertThat(trace.since(seen).channels().getFirst().lowest()).containsExactly(.3f);
    }

    @Test
    void ofManyChannelsAFewAreShownAndNoneThatIsNoVoltage() {
        var channels = new ArrayList<Channel>();
        for (int i = 0; i < 64; i++) {
            channels.add(ScriptedDesk.channel("E" + i));
        }
        trace.begin(channels);
        assertThat(trace.since(0).channels()).hasSize(6);

        trace.begin(List.of());
        assertThat(trace.since(0).channels()).isEmpty();
    }

    /** Channel c of sample i holds (c + 1) times the i-th value. */
    private static SampleBlock block(long firstSample, int... values) {
        int[] counts = new int[values.length * CHANNELS];
        for (int i = 0; i < values.length; i++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                counts[i * CHANNELS + channel] = values[i] * (channel + 1);
            }
        }
        return SampleBlock.of(0, firstSample, CHANNELS, 0, counts);
    }
}
