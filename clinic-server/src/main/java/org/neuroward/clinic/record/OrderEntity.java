package org.neuroward.clinic.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "clinic_order")
class OrderEntity {
    @Id
    UUID id;

    @Column(name = "order_number")
    String orderNumber;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "patient_id")
    PatientEntity patient;

    @Column(name = "protocol_id")
    String protocolId;

    String reason;

    @Column(name = "ordered_by")
    String orderedBy;

    @Column(name = "scheduled_at")
    Instant scheduledAt;

    boolean urgent;

    @Enumerated(EnumType.STRING)
    Order.State state;

    @Column(name = "created_at")
    Instant createdAt;

    static OrderEntity from(Order order, PatientEntity patient) {
        OrderEntity entity = new OrderEntity();
        entity.id = order.id();
        entity.orderNumber = order.orderNumber();
        entity.patient = patient;
        entity.protocolId = order.protocolId();
        entity.reason = order.reason();
        entity.orderedBy = order.orderedBy();
        entity.scheduledAt = order.scheduledAt();
        entity.urgent = order.urgent();
        entity.state = order.state();
        entity.createdAt = Instant.now();
        return entity;
    }

    Order toOrder() {
        return new Order(id, orderNumber, patient.id, protocolId, reason, orderedBy, scheduledAt, urgent, state);
    }
}
