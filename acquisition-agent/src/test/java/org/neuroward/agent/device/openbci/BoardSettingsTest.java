package org.neuroward.agent.device.openbci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.DeviceAddress;

class BoardSettingsTest {

    /** 4.5 V / (2^23 - 1) / gain, in microvolts. */
    @ParameterizedTest
    @CsvSource({"24, 0.02235174445", "12, 0.0447034890", "1, 0.5364418669"})
    void countsAreMicrovoltsOfThatGain(int gain, double microvolts) throws Exception {
        BoardSettings settings = BoardSettings.of(DeviceAddress.parse("openbci:x?gain=" + gain));

        assertThat(settings.description().channels()).hasSize(8).allSatisfy(channel -> assertThat(
                        channel.calibration().microvoltsPerCount())
                .isCloseTo(microvolts, within(1e-10)));
    }

    @Test
    void whereNobodySaysWhatIsConnectedTheChannelsHaveNumbers() throws Exception {
        assertThat(BoardSettings.of(DeviceAddress.parse("openbci:x?daisy")).electrodes())
                .hasSize(16)
                .startsWith("1", "2")
                .endsWith("16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openbci:x?gain=3",
                "openbci:x?gain=24.5",
                "openbci:x?electrodes=Fp1,Fp2",
                "openbci:x?colour=red",
                "openbci:x?electrodes=Fp1,Fp1,C3,C4,P3,P4,O1,O2",
                "openbci:x?daisy=perhaps",
                "openbci:"
            })
    void refusesSettingsThatNoBoardHas(String address) {
        assertThatThrownBy(() -> OpenBciAmplifier.open(DeviceAddress.parse(address), HostClock.system()))
                .isInstanceOf(AddressException.class);
    }
}
