package org.neuroward.clinic.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.UUID;

/**
 * A person who is examined.
 *
 * @param recordNumber the hospital's number for the person, unique
 * @param simulated whether the person exists only for demonstration; everything made of such a patient says so
 */
public record Patient(
        UUID id,
        String recordNumber,
        String familyName,
        String givenName,
        LocalDate birthDate,
        Sex sex,
        boolean simulated) {

    public Patient {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(sex, "sex");
        if (recordNumber.isBlank() || familyName.isBlank() || givenName.isBlank()) {
            throw new IllegalArgumentException("a patient has a record number, a family and a given name: id=" + id);
        }
    }

    /** The whole name, family name first; joined as Chinese names are where it is written in Han characters. */
    public String name() {
        boolean han =
                familyName.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return han ? familyName + givenName : familyName + ", " + givenName;
    }

    /** Completed years on the given day. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    @Override
    public String toString() {
        // Whatever prints a patient by accident prints no name.
        return "Patient[" + id + "]";
    }
}
