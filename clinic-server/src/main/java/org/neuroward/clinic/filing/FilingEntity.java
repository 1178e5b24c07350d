package org.neuroward.clinic.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.neuroward.clinic.record.IdentityConfirmation;

@Entity
@Table(name = "filing")
class FilingEntity {

    @Id
    @Column(name = "recording_id")
    UUID recordingId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    FilingState state;

    @Column(nullable = false)
    String differences;

    @Column(name = "noticed_at", nullable = false)
    Instant noticedAt;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "order_number")
    String orderNumber;

    @Column(name = "patient_number")
    String patientNumber;

    @Column(name = "filed_by")
    UUID filedBy;

    @Column(name = "filed_at")
    Instant filedAt;

    @Enumerated(EnumType.STRING)
    IdentityConfirmation.Method method;

    String reason;

    static String codes(List<Difference> differences) {
        return differences.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    List<Difference> differences() {
        return Arrays.stream(differences.split(" "))
                .filter(code -> !code.isEmpty())
                .map(Difference::valueOf)
                .toList();
    }
}
