package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.neuroward.clinic.access.Role;
import org.neuroward.clinic.access.Users;
import org.neuroward.clinic.fleet.Beds;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.Patient;
import org.neuroward.clinic.record.Patients;
import org.neuroward.clinic.record.Sex;

/** Puts ended visits of made-up patients into the database of a test. */
@ApplicationScoped
public class StoredVisit {

    private final EntityManager entities;
    private final Patients patients;
    private final Orders orders;
    private final Beds beds;
    private final Users users;

    StoredVisit(EntityManager entities, Patients patients, Orders orders, Beds beds, Users users) {
        this.entities = entities;
        this.patients = patients;
        this.orders = orders;
        this.beds = beds;
        this.users = users;
    }

    /** One visit whose recording is on the server's disk. */
    public record Visit(UUID patientId, UUID sessionId, UUID recordingId, Instant endedAt) {}

    /** A person who may sign in. */
    public record Account(UUID id, String username, String password, String name) {}

    public Account account(Role role) {
        String username =
                role.name().toLowerCase() + "-" + UUID.randomUUID().toString().substring(0, 8);
        String password = "a long password of " + username;
        String name = "Test " + username;
        return new Account(users.add(username, name, role, password, true), username, password, name);
    }

    @Transactional
    public Visit ended(Instant endedAt) {
        return add(endedAt, "ENDED", null, null);
    }

    /** @param fileName in the folder of sealed recordings */
    @Transactional
    public Visit sealed(Instant endedAt, String fileName, String sha256) {
        return add(endedAt, "SEALED", fileName, sha256);
    }

    private Visit add(Instant endedAt, String state, String fileName, String sha256) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        var patient = new Patient(
                UUID.randomUUID(), "T-" + mark, "张", "测试" + mark, LocalDate.of(1990, 5, 17), Sex.FEMALE, true);
        patients.add(patient);
        var order = new Order(
                UUID.randomUUID(),
                "O-" + mark,
                patient.id(),
                "resting-eeg",
                "Sleepiness at work",
                "Ward 3",
                endedAt.minus(1, ChronoUnit.DAYS),
                false,
                Order.State.OPEN);
        orders.add(order);
        entities.flush();
        UUID session = UUID.randomUUID();
        addSession(session, order, endedAt, account(Role.TECHNICIAN).id());
        UUID recording = UUID.randomUUID();
        addRecording(recording, session, endedAt, state, fileName, sha256);
        return new Visit(patient.id(), session, recording, endedAt);
    }

    private void addSession(UUID session, Order order, Instant endedAt, UUID technician) {
        entities.createNativeQuery("""
                        insert into session (id, order_id, patient_id, bed_id, agent_id, protocol_id, protocol_version,
                            variant, state, prepared_by, prepared_at, start_requested_at, started_at, ended_at)
                        values (:id, :order, :patient, :bed, 'test-agent', 'resting-eeg', '1.0.0',
                            'resting-eeg/eyes-closed', 'ENDED', :technician, :prepared, :started, :started, :ended)""")
                .setParameter("id", session)
                .setParameter("order", order.id())
                .setParameter("patient", order.patientId())
                .setParameter("bed", beds.named("Bed of the tests").id())
                .setParameter("technician", technician)
                .setParameter("prepared", endedAt.minusSeconds(400))
                .setParameter("started", endedAt.minusSeconds(300))
                .setParameter("ended", endedAt)
                .executeUpdate();
    }

    private void addRecording(
            UUID recording, UUID session, Instant endedAt, String state, String fileName, String sha256) {
        boolean sealed = state.equals("SEALED");
        entities.createNativeQuery("""
                        insert into recording (id, session_id, agent_id, state, opened_at, ended_at, end_reason, frames,
                            sealed_at, file_name, sha256, bytes, milliseconds, gap_samples)
                        values (:id, :session, 'test-agent', :state, :opened, :ended, 'stopped', 1,
                            cast(:sealed as timestamptz), :file, :sha256, cast(:bytes as bigint),
                            cast(:bytes as bigint), cast(:bytes as bigint))""")
                .setParameter("id", recording)
                .setParameter("session", session)
                .setParameter("state", state)
                .setParameter("opened", endedAt.minusSeconds(300))
                .setParameter("ended", endedAt)
                .setParameter("sealed", sealed ? endedAt.toString() : null)
                .setParameter("file", fileName)
                .setParameter("sha256", sha256)
                .setParameter("bytes", sealed ? "1" : null)
                .executeUpdate();
    }
}
