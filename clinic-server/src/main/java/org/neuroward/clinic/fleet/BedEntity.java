package org.neuroward.clinic.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "bed")
class BedEntity {

    @Id
    UUID id;

    @Column(nullable = false, unique = true)
    String name;

    /** When the bed was taken out of use; null while it is used. */
    @Column(name = "retired_at")
    Instant retiredAt;

    static BedEntity named(String name) {
        var entity = new BedEntity();
        entity.id = UUID.randomUUID();
        entity.name = name;
        return entity;
    }
}
