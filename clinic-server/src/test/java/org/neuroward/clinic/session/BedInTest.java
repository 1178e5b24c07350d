package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.neuroward.clinic.access.Role;
import org.neuroward.clinic.access.Users;
import org.neuroward.clinic.fleet.Agents;
import org.neuroward.clinic.fleet.Beds;
import org.neuroward.clinic.record.IdentityConfirmation;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.Patient;
import org.neuroward.clinic.record.Patients;
import org.neuroward.clinic.record.Sex;

/** Gives each test a bed, an agent, an order and a technician of its own, so that tests do not meet. */
@ApplicationScoped
public class BedInTest {

    public static final String SECRET = "a-secret-of-the-tests-with-enough-letters";
    public static final String PASSWORD = "long-enough-for-a-test";

    private final Beds beds;
    private final Agents agents;
    private final Users users;
    private final Patients patients;
    private final Orders orders;

    BedInTest(Beds beds, Agents agents, Users users, Patients patients, Orders orders) {
        this.beds = beds;
        this.agents = agents;
        this.users = users;
        this.patients = patients;
        this.orders = orders;
    }

    /** @param name of the bed and of its agent */
    public UUID bed(String name) {
        UUID bedId = beds.named(name).id();
        agents.enrol(name, bedId, SECRET);
        return bedId;
    }

    /** A bed of that name, for which an agent of another name is enrolled. */
    public UUID bedOf(String name, String agentId) {
        UUID bedId = beds.named(name).id();
        agents.enrol(agentId, bedId, SECRET);
        return bedId;
    }

    /** Waits until the bed's agent is let in. */
    public void awaitConnected(UUID bedId) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!beds.get(bedId).connected()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no agent connected at bed " + bedId);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    public boolean isConnected(UUID bedId) {
        return beds.get(bedId).connected();
    }

    public UUID technician(String username) {
        return users.add(username, username, Role.TECHNICIAN, PASSWORD, true);
    }

    public UUID unconfirmedOrder() {
        UUID patientId = UUID.randomUUID();
        patients.add(new Patient(
                patientId, "TEST-" + patientId, "Test", "Patient", LocalDate.of(1980, 1, 1), Sex.UNKNOWN, true));
        var order = new Order(
                UUID.randomUUID(),
                "TEST-" + UUID.randomUUID(),
                patientId,
                "resting-eeg",
                "test",
                "test",
                Instant.now(),
                false,
                Order.State.OPEN);
        orders.add(order);
        return order.id();
    }

    /** An order whose patient's identity that technician has confirmed. */
    public UUID order(UUID technician) {
        UUID order = unconfirmedOrder();
        orders.confirmIdentity(order, technician, IdentityConfirmation.Method.ASKED);
        return order;
    }
}
