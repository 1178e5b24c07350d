package org.neuroward.report.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The patient as the record knew him or her when the report was drafted.
 *
 * @param id the clinic's own stable id
 * @param birthDate empty when unknown
 * @param identifiers those a reader would look for, most used first
 * @param simulated true for a person who does not exist; every page then says so
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"id", "name", "sex", "birthDate", "identifiers", "simulated"})
public record PatientSnapshot(
        String id,
        String name,
        Sex sex,
        Optional<LocalDate> birthDate,
        List<Identifier> identifiers,
        boolean simulated) {

    public PatientSnapshot {
        Required.text("patient id", id);
        Required.text("patient name", name);
        identifiers = List.copyOf(identifiers);
    }

    /** Administrative sex, with the four codes of FHIR. */
    public enum Sex {
        MALE,
        FEMALE,
        OTHER,
        UNKNOWN
    }

    /** Kinds of number by which a clinic knows a patient. */
    public enum IdentifierKind {
        MEDICAL_RECORD,
        OUTPATIENT,
        INPATIENT,
        NATIONAL_ID,
        OTHER
    }

    @JsonPropertyOrder({"kind", "value"})
    public record Identifier(IdentifierKind kind, String value) {

        public Identifier {
            Required.text("identifier", value);
        }
    }
}
