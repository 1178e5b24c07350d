package org.neuroward.clinic.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** What is ordered: the worklist, and whether the person at the bed is the one ordered for. */
@ApplicationScoped
public class Orders {
    private static final int MOST_LINES = 200;

    private final EntityManager entities;

    Orders(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The order with this id.
     *
     * @throws NoSuchElementException when there is none
     */
    @Transactional
    public Order get(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("unknown order: id=" + id));
    }

    @Transactional
    public Optional<Order> find(UUID id) {
        return Optional.ofNullable(entities.find(OrderEntity.class, id)).map(OrderEntity::toOrder);
    }

    /** Open orders, urgent ones first and then as they are due; those whose patient or number holds the text. */
    @Transactional
    public List<WorklistLine> worklist(String text) {
        return entities.createQuery("""
                        from OrderEntity o join fetch o.patient p
                        where o.state = :open and (:all = true
                            or lower(p.familyName || p.givenName) like :text escape '!'
                            or lower(p.givenName || ' ' || p.familyName) like :text escape '!'
                            or lower(p.recordNumber) like :text escape '!'
                            or lower(o.orderNumber) like :text escape '!')
                        order by o.urgent desc, o.scheduledAt, o.id
                        """, OrderEntity.class)
                .setParameter("open", Order.State.OPEN)
                .setParameter("all", text.isBlank())
                .setParameter("text", "%" + escaped(text) + "%")
                .setMaxResults(MOST_LINES)
                .getResultStream()
                .map(order -> new WorklistLine(order.toOrder(), order.patient.toPatient()))
                .toList();
    }

    /** All orders of a patient, the latest first. */
    @Transactional
    public List<Order> ofPatient(UUID patientId) {
        return entities.createQuery(
                        "from OrderEntity where patient.id = :patient order by scheduledAt desc", OrderEntity.class)
                .setParameter("patient", patientId)
                .getResultStream()
                .map(OrderEntity::toOrder)
                .toList();
    }

    @Transactional
    public void add(Order order) {
        entities.persist(OrderEntity.from(order, entities.getReference(PatientEntity.class, order.patientId())));
    }

    /** Orders, in whatever state, that bear the order number or whose patient bears the record number. */
    @Transactional
    public List<WorklistLine> withNumbers(String orderNumber, String recordNumber) {
        return entities.createQuery("""
                        from OrderEntity o join fetch o.patient p
                        where lower(o.orderNumber) = :order or lower(p.recordNumber) = :record
                        order by o.scheduledAt desc, o.id
                        """, OrderEntity.class)
                .setParameter("order", orderNumber.strip().toLowerCase(Locale.ROOT))
                .setParameter("record", recordNumber.strip().toLowerCase(Locale.ROOT))
                .setMaxResults(MOST_LINES)
                .getResultStream()
                .map(order -> new WorklistLine(order.toOrder(), order.patient.toPatient()))
                .toList();
    }

    /** The order with its patient. */
    @Transactional
    public Optional<WorklistLine> line(UUID orderId) {
        return Optional.ofNullable(entities.find(OrderEntity.class, orderId))
                .map(order -> new WorklistLine(order.toOrder(), order.patient.toPatient()));
    }

    /** The examination that completed the order turned out to be another one's: it is open again. */
    @Transactional
    public void reopen(UUID orderId) {
        entities.createQuery("update OrderEntity set state = :open where id = :id and state = :done")
                .setParameter("done", Order.State.DONE)
                .setParameter("open", Order.State.OPEN)
                .setParameter("id", orderId)
                .executeUpdate();
    }

    /** The order's examination has been made; it leaves the worklist. */
    @Transactional
    public void complete(UUID orderId) {
        entities.createQuery("update OrderEntity set state = :done where id = :id and state = :open")
                .setParameter("done", Order.State.DONE)
                .setParameter("open", Order.State.OPEN)
                .setParameter("id", orderId)
                .executeUpdate();
    }

    /** Notes that the identity of the person at the bed was confirmed for this order. */
    @Transactional
    public void confirmIdentity(UUID orderId, UUID confirmedBy, IdentityConfirmation.Method method) {
        IdentityConfirmationEntity entity = new IdentityConfirmationEntity();
        entity.id = UUID.randomUUID();
        entity.orderId = orderId;
        entity.confirmedBy = confirmedBy;
        entity.confirmedAt = Instant.now();
        entity.method = method;
        entities.persist(entity);
    }

    /** The latest confirmation of identity for an order; without one no session may begin. */
    @Transactional
    public Optional<IdentityConfirmation> identityConfirmation(UUID orderId) {
        return entities.createQuery(
                        "from IdentityConfirmationEntity where orderId = :order order by confirmedAt desc",
                        IdentityConfirmationEntity.class)
                .setParameter("order", orderId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(IdentityConfirmationEntity::toConfirmation);
    }

    private static String escaped(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
