package org.neuroward.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProceduresTest {

    @Test
    void everyConditionLastsLongerThanTheMinuteOfCleanSignalThatScoringNeeds() {
        for (Procedure procedure : Procedures.list()) {
            procedure.blocks().stream()
                    .collect(java.util.stream.Collectors.groupingBy(
                            Block::annotation, java.util.stream.Collectors.summingInt(Block::seconds)))
                    .forEach((condition, seconds) -> assertThat(seconds)
                            .as(procedure.id() + " " + condition)
                            .isGreaterThanOrEqualTo(90));
        }
    }

    @Test
    void restingEegIsOfferedInThreeVariants() {
        assertThat(Procedures.list())
                .extracting(Procedure::id)
                .containsExactly("resting-eeg/eyes-closed-open", "resting-eeg/eyes-closed", "resting-eeg/short");
    }

    @Test
    void theLongVariantAlternatesFourMinutesStartingWithEyesClosed() {
        Procedure procedure = Procedures.find("resting-eeg/eyes-closed-open").orElseThrow();

        assertThat(procedure.seconds()).isEqualTo(240);
        assertThat(procedure.blocks())
                .extracting(Block::annotation)
                .containsExactly("Eyes closed", "Eyes open", "Eyes closed", "Eyes open");
    }

    @Test
    void anUnknownProcedureIsAbsent() {
        assertThat(Procedures.find("resting-eeg/no-such")).isEmpty();
    }

    @Test
    void aProcedureWithoutBlocksIsRefused() {
        assertThatThrownBy(() -> new Procedure("resting-eeg/empty", "resting-eeg", "1.0.0", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blocks=0");
    }
}
