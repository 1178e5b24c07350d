package org.neuroward.clinic.record;

/** Administrative sex, as FHIR's {@code administrative-gender}. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
