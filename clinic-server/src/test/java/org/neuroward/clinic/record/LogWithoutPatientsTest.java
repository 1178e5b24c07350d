package org.neuroward.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A fault goes to the log with its trace, so no trace may quote what a row holds. */
@QuarkusTest
class LogWithoutPatientsTest {
    @Inject
    Patients patients;

    @Test
    void aRefusedRowIsNotQuotedInTheExceptionThatTellsOfIt() {
        String number = "张隐私测试-" + UUID.randomUUID();
        patients.add(patient(number));

        Throwable failure = catchThrowable(() -> patients.add(patient(number)));

        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("patient_record_number_key").doesNotContain("张隐私测试");
    }

    private static Patient patient(String number) {
        return new Patient(UUID.randomUUID(), number, "张", "隐私测试", LocalDate.of(1980, 1, 1), Sex.UNKNOWN, true);
    }
}
