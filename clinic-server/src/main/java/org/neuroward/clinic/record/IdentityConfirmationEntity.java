package org.neuroward.clinic.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "identity_confirmation")
class IdentityConfirmationEntity {
    @Id
    UUID id;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "confirmed_by")
    UUID confirmedBy;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    @Enumerated(EnumType.STRING)
    IdentityConfirmation.Method method;

    IdentityConfirmation toConfirmation() {
        return new IdentityConfirmation(orderId, confirmedBy, confirmedAt, method);
    }
}
