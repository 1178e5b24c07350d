package org.neuroward.clinic.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** The beds of the clinic. */
@ApplicationScoped
public class Beds {

    private final EntityManager database;
    private final AgentLinks links;

    Beds(EntityManager database, AgentLinks links) {
        this.database = database;
        this.links = links;
    }

    /** All beds, by name. */
    @Transactional
    public List<Bed> list() {
        return database.createQuery("from BedEntity order by name", BedEntity.class)
                .getResultStream()
                .map(this::toBed)
                .toList();
    }

    @Transactional
    public Optional<Bed> find(UUID bedId) {
        return Optional.ofNullable(database.find(BedEntity.class, bedId)).map(this::toBed);
    }

    /** @throws NoSuchElementException when there is no such bed */
    public Bed get(UUID bedId) {
        return find(bedId).orElseThrow(() -> new NoSuchElementException("no such bed: " + bedId));
    }

    /** The bed of that name, which is added when there is none yet. */
    @Transactional
    public Bed named(String name) {
        BedEntity bed = database.createQuery("from BedEntity where name = :name", BedEntity.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> added(name));
        return toBed(bed);
    }

    private Bed toBed(BedEntity entity) {
        Optional<String> agentId = agentOf(entity.id);
        return new Bed(
                entity.id, entity.name, agentId, agentId.flatMap(links::find).map(AgentLink::amplifier));
    }

    private BedEntity added(String name) {
        BedEntity bed = BedEntity.named(name);
        database.persist(bed);
        return bed;
    }

    private Optional<String> agentOf(UUID bedId) {
        return database.createQuery("select id from AgentEntity where bedId = :bed", String.class)
                .setParameter("bed", bedId)
                .getResultStream()
                .findFirst();
    }
}
