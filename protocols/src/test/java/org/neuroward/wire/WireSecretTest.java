package org.neuroward.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.neuroward.wire.FromAgent.Hello;

class WireSecretTest {

    @Test
    void aHelloNeverShowsItsSecret() {
        var hello = new Hello("bed-1", "s3cret", "0.1.0", 1, "device", true, List.of(), List.of());

        assertThat(hello.toString()).contains("bed-1").doesNotContain("s3cret");
    }
}
