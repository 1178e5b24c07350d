package org.neuroward.clinic.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** The people who are examined. Reading here leaves no audit row by itself: the route or the caller does. */
@ApplicationScoped
public class Patients {
    private final EntityManager entities;

    Patients(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The patient with this id.
     *
     * @throws NoSuchElementException when there is none
     */
    @Transactional
    public Patient get(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("unknown patient: id=" + id));
    }

    @Transactional
    public Optional<Patient> find(UUID id) {
        return Optional.ofNullable(entities.find(PatientEntity.class, id)).map(PatientEntity::toPatient);
    }

    @Transactional
    public void add(Patient patient) {
        entities.persist(PatientEntity.from(patient));
    }
}
