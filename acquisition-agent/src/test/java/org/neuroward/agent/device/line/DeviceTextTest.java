package org.neuroward.agent.device.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeviceTextTest {

    @Test
    void remarksAreReadAsUtf8AndElseAsLatin1() {
        assertThat(DeviceText.remark("刺激 1".getBytes(StandardCharsets.UTF_8))).isEqualTo("刺激 1");
        assertThat(DeviceText.remark("Müde".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Müde");
        assertThat(DeviceText.remark("a\u0014\u0000\nb ".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a b");
        assertThat(DeviceText.remark("x".repeat(5000).getBytes(StandardCharsets.UTF_8)))
                .hasSizeLessThan(500);
    }

    @Test
    void labelsAreDifferentAndFitAHeader() {
        assertThat(labels(
                        "Fp1",
                        "",
                        "µV-Kanal",
                        "Fp1",
                        "Fp1",
                        "a very long name of a channel",
                        "a very long name of one"))
                .containsExactly("Fp1", "2", "_V-Kanal", "Fp1-2", "Fp1-3", "a very long name", "a very long na-2");
    }

    private static List<String> labels(String... names) {
        return DeviceText.labels(Stream.of(names)
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toList());
    }
}
