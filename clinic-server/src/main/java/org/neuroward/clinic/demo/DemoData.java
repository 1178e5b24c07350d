package org.neuroward.clinic.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neuroward.clinic.access.Users;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.Patient;
import org.neuroward.clinic.record.Patients;
import org.neuroward.clinic.web.ClinicTime;

/** Puts the demo's people, patients and orders there, and new orders when the old ones are done. */
@ApplicationScoped
class DemoData {
    private final Users users;
    private final Patients patients;
    private final Orders orders;
    private final boolean demo;
    private final int beds;

    DemoData(
            Users users,
            Patients patients,
            Orders orders,
            @ConfigProperty(name = "neuroward.demo") boolean demo,
            @ConfigProperty(name = "neuroward.demo.beds") int beds) {
        this.users = users;
        this.patients = patients;
        this.orders = orders;
        this.demo = demo;
        this.beds = beds;
    }

    /** Before the agents' port opens, so that the demo's agent is known when it calls. */
    @Transactional
    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        if (!demo) {
            return;
        }
        for (DemoAccounts.Account account : DemoAccounts.all()) {
            if (!users.exists(account.username())) {
                users.add(account.username(), account.displayName(), account.role(), account.password(), true);
            }
        }
        DemoPatients.atLeast(beds).forEach(this::provide);
    }

    /** Sees to it that the patient is there and has an open order, so that a demo never runs out of work. */
    private void provide(DemoPatients.DemoPatient wanted) {
        UUID id = patients.idOf(wanted.recordNumber()).orElseGet(() -> add(wanted));
        List<Order> placed = orders.ofPatient(id);
        if (placed.stream().anyMatch(order -> order.state() == Order.State.OPEN)) {
            return;
        }
        Instant due = LocalDate.now(ClinicTime.zone())
                .atTime(wanted.due())
                .atZone(ClinicTime.zone())
                .toInstant();
        orders.add(new Order(
                UUID.randomUUID(),
                wanted.recordNumber() + "-" + (placed.size() + 1),
                id,
                "resting-eeg",
                wanted.reason(),
                "演示门诊 Demo ward",
                due,
                wanted.urgent(),
                Order.State.OPEN));
    }

    private UUID add(DemoPatients.DemoPatient wanted) {
        Patient patient = new Patient(
                UUID.randomUUID(),
                wanted.recordNumber(),
                wanted.familyName(),
                wanted.givenName(),
                wanted.birthDate(),
                wanted.sex(),
                true);
        patients.add(patient);
        return patient.id();
    }
}
