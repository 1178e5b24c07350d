package org.neuroward.agent.device.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    @Test
    void readsEveryKind() throws Exception {
        Faults faults = Faults.parse("drop=0.001,stall=2s@60s,burst,clock-jump=+3600s@120s,clock-jump=-1500ms@2min,"
                + "flat=C3@30s,flat=O1@1s:10s,unplug=5s@90s,seed=-7");

        assertThat(faults.seed()).isEqualTo(-7);
        assertThat(faults.of(Fault.Drop.class)).containsExactly(new Fault.Drop(0.001));
        assertThat(faults.of(Fault.Stall.class))
                .containsExactly(new Fault.Stall(Duration.ofSeconds(2), Duration.ofSeconds(60)));
        assertThat(faults.of(Fault.Burst.class)).containsExactly(new Fault.Burst(Duration.ofMillis(300)));
        assertThat(faults.of(Fault.ClockJump.class))
                .containsExactly(
                        new Fault.ClockJump(Duration.ofHours(1), Duration.ofMinutes(2)),
                        new Fault.ClockJump(Duration.ofMillis(-1500), Duration.ofMinutes(2)));
        assertThat(faults.of(Fault.Flat.class))
                .containsExactly(
                        new Fault.Flat("C3", Duration.ofSeconds(30), Optional.empty()),
                        new Fault.Flat("O1", Duration.ofSeconds(1), Optional.of(Duration.ofSeconds(10))));
        assertThat(faults.of(Fault.Unplug.class))
                .containsExactly(new Fault.Unplug(Duration.ofSeconds(5), Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "drop",
                "drop=1",
                "drop=-0.1",
                "drop=x",
                "stall=2s",
                "stall=2@60s",
                "unplug=@5s",
                "flat=C3",
                "burst=",
                "clock-jump=++1s@1s",
                "drop=0.1,,burst",
                "melt=1s@1s",
                "seed=x"
            })
    void refusesWhatItCannotRead(String text) {
        assertThatThrownBy(() -> Faults.parse(text)).isInstanceOf(FaultSyntaxException.class);
    }
}
