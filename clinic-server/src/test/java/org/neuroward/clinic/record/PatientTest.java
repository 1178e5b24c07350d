package org.neuroward.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PatientTest {
    @Test
    void chineseNamesAreJoinedAndOthersAreSetApart() {
        assertThat(patient("欧阳", "思齐").name()).isEqualTo("欧阳思齐");
        assertThat(patient("Alvarez", "Maria").name()).isEqualTo("Alvarez, Maria");
    }

    @Test
    void ageIsCompletedYears() {
        assertThat(patient("A", "B").ageOn(LocalDate.of(2026, 2, 27))).isEqualTo(25);
        assertThat(patient("A", "B").ageOn(LocalDate.of(2026, 3, 1))).isEqualTo(26);
    }

    @Test
    void printingAPatientShowsNoName() {
        assertThat(patient("Alvarez", "Maria").toString())
                .doesNotContain("Alvarez")
                .doesNotContain("2000");
    }

    @Test
    void aPatientWithoutANameIsNone() {
        assertThatThrownBy(() -> patient(" ", "Maria"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("family and a given name");
    }

    private static Patient patient(String familyName, String givenName) {
        return new Patient(new UUID(0, 1), "N-1", familyName, givenName, LocalDate.of(2000, 2, 29), Sex.OTHER, false);
    }
}
