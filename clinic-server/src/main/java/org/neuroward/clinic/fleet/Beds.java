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

    private static final String WITH_AGENTS = "from BedEntity b left join AgentEntity a on a.bedId = b.id";

    private final EntityManager database;
    private final AgentLinks links;

    Beds(EntityManager database, AgentLinks links) {
        this.database = database;
        this.links = links;
    }

    /** A bed's row, and its agent's unless none is enrolled. */
    record Row(BedEntity bed, Optional<AgentEntity> agent) {

        static Row of(Object[] columns) {
            return new Row((BedEntity) columns[0], Optional.ofNullable((AgentEntity) columns[1]));
        }
    }

    /** All beds in use, by name. */
    @Transactional
    public List<Bed> list() {
        return rows().stream()
                .filter(row -> row.bed().retiredAt == null)
                .map(this::toBed)
                .toList();
    }

    /** Every bed, also those that are retired, by name. */
    @Transactional
    List<Row> rows() {
        return database.createQuery("select b, a " + WITH_AGENTS + " order by b.name", Object[].class)
                .getResultStream()
                .map(Row::of)
                .toList();
    }

    /** The bed, in use or retired. */
    @Transactional
    public Optional<Bed> find(UUID bedId) {
        return database.createQuery("select b, a " + WITH_AGENTS + " where b.id = :bed", Object[].class)
                .setParameter("bed", bedId)
                .getResultStream()
                .findFirst()
                .map(Row::of)
                .map(this::toBed);
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
        database.flush();
        return get(bed.id);
    }

    private Bed toBed(Row row) {
        Optional<String> agentId = row.agent().map(agent -> agent.id);
        BedEntity bed = row.bed();
        Optional<AmplifierFacts> amplifier = agentId.flatMap(links::findAwake).map(AgentLink::amplifier);
        return new Bed(bed.id, bed.name, agentId, amplifier, bed.retiredAt != null);
    }

    private BedEntity added(String name) {
        BedEntity bed = BedEntity.named(name);
        database.persist(bed);
        return bed;
    }
}
