package org.neuroward.agent.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.agent.device.AddressException.Code;

class DeviceAddressTest {

    @Test
    void hasFamilyPlaceAndSettings() throws AddressException {
        assertThat(DeviceAddress.parse("biosemi:lab-pc:8889?channels=64&rate=512&status"))
                .isEqualTo(new DeviceAddress(
                        "biosemi", "lab-pc:8889", Map.of("channels", "64", "rate", "512", "status", "")));
        assertThat(DeviceAddress.parse("simulated")).isEqualTo(new DeviceAddress("simulated", "", Map.of()));
        assertThat(DeviceAddress.parse("playback:C:\\eeg\\night.edf").place()).isEqualTo("C:\\eeg\\night.edf");
        assertThat(DeviceAddress.parse("lsl:type='EEG'").place()).isEqualTo("type='EEG'");
    }

    @Test
    void endingCharactersAreWrittenAsInWebAddresses() throws AddressException {
        DeviceAddress address = DeviceAddress.parse("playback:/tmp/why%3F%20100%25 %E5%BA%8A.edf?name=a%26b");

        assertThat(address.place()).isEqualTo("/tmp/why? 100% 床.edf");
        assertThat(address.settings()).containsExactly(Map.entry("name", "a&b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":x", "RDA:x", "rda:x?a=1&a=2", "rda:x?=1", "rda:x?", "rda:50%", "rda:%zz", "rda:x?a=%4"})
    void refusesWhatHasNoSuchForm(String address) {
        assertThatThrownBy(() -> DeviceAddress.parse(address))
                .isInstanceOfSatisfying(
                        AddressException.class, e -> assertThat(e.code()).isEqualTo(Code.SYNTAX));
    }

    @ParameterizedTest
    @CsvSource({
        "lab-pc, lab-pc, 51244",
        "lab-pc:1, lab-pc, 1",
        "[::1]:65535, ::1, 65535",
        "[fe80::2], fe80::2, 51244",
        "10.0.0.7:99, 10.0.0.7, 99"
    })
    void hostsMayHaveAPort(String place, String host, int port) throws AddressException {
        var address = DeviceAddress.parse("rda:" + place).hostAndPort(51244);

        assertThat(address.getHostString()).isEqualTo(host);
        assertThat(address.getPort()).isEqualTo(port);
        assertThat(address.isUnresolved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rda:", "rda:host:0", "rda:host:65536", "rda:host:x", "rda:::1", "rda:[]:5", "rda:host:"})
    void refusesPlacesThatAreNoHost(String address) throws AddressException {
        DeviceAddress parsed = DeviceAddress.parse(address);

        assertThatThrownBy(() -> parsed.hostAndPort(51244))
                .isInstanceOfSatisfying(
                        AddressException.class, e -> assertThat(e.code()).isEqualTo(Code.PLACE));
    }

    @Test
    void settingsAreCheckedByWhoeverTakesThem() throws AddressException {
        DeviceAddress address = DeviceAddress.parse("biosemi:pc?rate=512&status&daisy=no&channels=many");

        assertThat(address.requireNumber("rate", 1, 16384)).isEqualTo(512);
        assertThat(address.number("gain", 1, 24, 24)).isEqualTo(24);
        assertThat(address.flag("status")).isTrue();
        assertThat(address.flag("daisy")).isFalse();
        assertThatThrownBy(() -> address.requireNumber("channels", 1, 280)).hasMessageContaining("WRONG_SETTING");
        assertThatThrownBy(() -> address.requireNumber("rate", 1, 500)).hasMessageContaining("WRONG_SETTING");
        assertThatThrownBy(() -> address.requireNumber("gain", 1, 24)).hasMessageContaining("MISSING_SETTING");
        assertThatThrownBy(() -> address.requireOnly("rate", "status", "daisy"))
                .hasMessageContaining("UNKNOWN_SETTING")
                .hasMessageContaining("channels");
    }
}
