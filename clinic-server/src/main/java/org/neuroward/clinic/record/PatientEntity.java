package org.neuroward.clinic.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Entity
@Table(name = "patient")
class PatientEntity {
    @Id
    UUID id;

    @Column(name = "record_number")
    String recordNumber;

    @Column(name = "family_name")
    String familyName;

    @Column(name = "given_name")
    String givenName;

    @Column(name = "birth_date")
    LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    Sex sex;

    boolean simulated;

    @Column(name = "created_at")
    Instant createdAt;

    static PatientEntity from(Patient patient) {
        PatientEntity entity = new PatientEntity();
        entity.id = patient.id();
        entity.recordNumber = patient.recordNumber();
        entity.familyName = patient.familyName();
        entity.givenName = patient.givenName();
        entity.birthDate = patient.birthDate();
        entity.sex = patient.sex();
        entity.simulated = patient.simulated();
        entity.createdAt = Instant.now();
        return entity;
    }

    Patient toPatient() {
        return new Patient(id, recordNumber, familyName, givenName, birthDate, sex, simulated);
    }
}
