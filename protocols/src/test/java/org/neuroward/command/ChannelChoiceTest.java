package org.neuroward.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

class ChannelChoiceTest {

    private static final List<Channel> CHANNELS = Stream.of(
                    "EEG T3-LE", "EEG T3-AR", "Cz", "cz", "EEG P3", "ECG", "ECG")
            .map(ChannelChoiceTest::channel)
            .toList();

    @ParameterizedTest
    @CsvSource({"EEG T3-LE, 0", "eeg t3-ar, 1", "Cz, 2", "cz, 3", "P3, 4", "p3, 4", "EEG P3-LE, 4", "'#6', 5", "'#7', 6"
    })
    void theMostExactWayThatFitsOneChannelDecides(String name, int index) throws CommandFailure {
        assertThat(ChannelChoice.of(CHANNELS, name)).isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T7 | may mean several channels: #1 EEG T3-LE, #2 EEG T3-AR;",
                "CZ | may mean several channels: #3 Cz, #4 cz;",
                "ECG | may mean several channels: #6 ECG, #7 ECG;"
            })
    void aNameThatFitsSeveralChannelsIsRefusedWithAllOfThem(String name, String sentence) {
        assertThatThrownBy(() -> ChannelChoice.of(CHANNELS, name))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aNameThatFitsNoneIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> ChannelChoice.of(CHANNELS, "O1"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("#1 EEG T3-LE, #2 EEG T3-AR, #3 Cz");
        assertThatThrownBy(() -> ChannelChoice.of(CHANNELS, "#0")).hasMessageContaining("the recording has 7");
        assertThatThrownBy(() -> ChannelChoice.of(CHANNELS, "#8")).hasMessageContaining("the recording has 7");
    }

    private static Channel channel(String label) {
        return new Channel(
                label,
                ChannelKind.EEG,
                "uV",
                new SamplingRate(256),
                new DigitalRange(-32768, 32767),
                new PhysicalRange(-3276.8, 3276.7),
                "",
                "");
    }
}
