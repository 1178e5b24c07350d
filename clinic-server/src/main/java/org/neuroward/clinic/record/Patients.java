package org.neuroward.clinic.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.neuroward.clinic.audit.PatientNumbers;

/** The people who are examined. Reading here leaves no audit row by itself: the route or the caller does. */
@ApplicationScoped
public class Patients implements PatientNumbers {
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

    @Override
    @Transactional
    public Optional<UUID> idOf(String recordNumber) {
        return entities.createQuery("select id from PatientEntity where recordNumber = :number", UUID.class)
                .setParameter("number", recordNumber)
                .getResultStream()
                .findFirst();
    }

    @Override
    @Transactional
    public Map<UUID, String> numbersOf(Collection<UUID> ids) {
        return entities.createQuery("from PatientEntity where id in :ids", PatientEntity.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(patient -> patient.id, patient -> patient.recordNumber));
    }

    @Transactional
    public void add(Patient patient) {
        entities.persist(PatientEntity.from(patient));
    }
}
