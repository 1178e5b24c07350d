package org.neuroward.clinic.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.Patients;
import org.neuroward.clinic.recording.RecordingState;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.reporting.Reports;
import org.neuroward.wire.PatientClaim;

/** What tests of filing look at, and what they change behind everyone's back. */
@ApplicationScoped
public class FilingInTest {

    private static final long PATIENCE_SECONDS = 30;

    private final EntityManager database;
    private final Recordings recordings;
    private final Orders orders;
    private final Patients patients;
    private final Reports reports;

    FilingInTest(EntityManager database, Recordings recordings, Orders orders, Patients patients, Reports reports) {
        this.database = database;
        this.recordings = recordings;
        this.orders = orders;
        this.patients = patients;
        this.reports = reports;
    }

    Order order(UUID orderId) {
        return orders.get(orderId);
    }

    /** The numbers of an order and its patient. */
    PatientClaim claimOf(UUID orderId) {
        Order order = orders.get(orderId);
        return new PatientClaim(
                order.orderNumber(), patients.get(order.patientId()).recordNumber(), "tester");
    }

    void awaitSealed(UUID recordingId) throws InterruptedException {
        await(() -> recordings
                .find(recordingId)
                .filter(found -> found.state() == RecordingState.SEALED)
                .isPresent());
    }

    void awaitReport(UUID sessionId) throws InterruptedException {
        await(() -> reports.ofSession(sessionId).isPresent());
    }

    boolean hasReport(UUID sessionId) {
        return reports.ofSession(sessionId).isPresent();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come about within " + PATIENCE_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Changes rows as another program of the hospital would. */
    @Transactional
    public void change(String sql, Map<String, Object> values) {
        var query = database.createNativeQuery(sql);
        values.forEach(query::setParameter);
        if (query.executeUpdate() != 1) {
            throw new AssertionError("one row was to be changed: " + sql);
        }
    }

    @Transactional
    public boolean hasScoringJob(UUID recordingId) {
        return (Long) database.createNativeQuery(
                                "select count(*) from scoring_job where recording_id = :id", Long.class)
                        .setParameter("id", recordingId)
                        .getSingleResult()
                > 0;
    }

    /** Audit rows of one recording, oldest first, as {@code action outcome}. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<String> audited(UUID recordingId) {
        return database.createNativeQuery(
                        "select action || ' ' || outcome from audit_event where object_id = :id and action like 'recording.%'"
                                + " order by seq",
                        String.class)
                .setParameter("id", recordingId.toString())
                .getResultList();
    }

    @Transactional
    public Optional<String> reasonOf(UUID recordingId) {
        return Optional.ofNullable(
                (String) database.createNativeQuery("select reason from filing where recording_id = :id", String.class)
                        .setParameter("id", recordingId)
                        .getSingleResult());
    }
}
