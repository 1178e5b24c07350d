package org.neuroward.clinic.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.clinic.record.Sex;

/** Invented patients. Their names say that they are, in the language in which they are written. */
final class DemoPatients {
    /** An invented patient and what is ordered for them. */
    record DemoPatient(
            String recordNumber,
            String familyName,
            String givenName,
            LocalDate birthDate,
            Sex sex,
            LocalTime due,
            String reason,
            boolean urgent) {}

    private static final List<DemoPatient> INVENTED = List.of(
            patient(1, "模拟·陈", "晓雨", "1992-03-14", Sex.FEMALE, "08:30", "失眠伴情绪低落，治疗前基线"),
            new DemoPatient(
                    "DEMO-0002",
                    "模拟·王",
                    "建国",
                    LocalDate.parse("1957-11-02"),
                    Sex.MALE,
                    LocalTime.parse("09:00"),
                    "记忆减退 3 个月",
                    true),
            patient(3, "Demo-Alvarez", "Maria", "1985-07-21", Sex.FEMALE, "09:30", "Baseline before treatment"),
            patient(4, "模拟·李", "子涵", "1996-05-09", Sex.MALE, "10:00", "治疗后复查"),
            patient(5, "Demo-Novak", "Jan", "1978-01-30", Sex.MALE, "10:30", "Follow-up after 8 weeks"),
            patient(6, "模拟·欧阳", "思齐", "2001-12-25", Sex.OTHER, "11:00", "反复头痛"));

    private DemoPatients() {}

    /** A patient for each bed, and some more. */
    static List<DemoPatient> atLeast(int beds) {
        List<DemoPatient> patients = new ArrayList<>(INVENTED);
        for (int number = patients.size() + 1; number <= beds; number++) {
            patients.add(patient(
                    number, "Demo-" + number, "Patient", "1990-01-01", Sex.UNKNOWN, "12:00", "Many beds at once"));
        }
        return patients;
    }

    private static DemoPatient patient(
            int number, String familyName, String givenName, String birthDate, Sex sex, String due, String reason) {
        return new DemoPatient(
                "DEMO-%04d".formatted(number),
                familyName,
                givenName,
                LocalDate.parse(birthDate),
                sex,
                LocalTime.parse(due),
                reason,
                false);
    }
}
