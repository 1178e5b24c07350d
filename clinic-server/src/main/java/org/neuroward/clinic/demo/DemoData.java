package org.neuroward.clinic.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neuroward.clinic.access.Users;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.Patient;
import org.neuroward.clinic.record.Patients;
import org.neuroward.clinic.record.Sex;
import org.neuroward.clinic.web.ClinicTime;

/** Puts the demo's people, patients and orders there at the first start of a demo. */
@ApplicationScoped
class DemoData {
    private final Users users;
    private final Patients patients;
    private final Orders orders;
    private final boolean demo;

    DemoData(Users users, Patients patients, Orders orders, @ConfigProperty(name = "neuroward.demo") boolean demo) {
        this.users = users;
        this.patients = patients;
        this.orders = orders;
        this.demo = demo;
    }

    @Transactional
    void onStart(@Observes StartupEvent started) {
        if (!demo || users.exists(DemoAccounts.TECHNICIAN.username())) {
            return;
        }
        DemoAccounts.all()
                .forEach(account ->
                        users.add(account.username(), account.displayName(), account.role(), account.password(), true));
        addOrder(add(1, "模拟·陈", "晓雨", "1992-03-14", Sex.FEMALE), 1, "失眠伴情绪低落，静息脑电基线", 8, 30, false);
        addOrder(add(2, "模拟·王", "建国", "1957-11-02", Sex.MALE), 2, "记忆减退 3 个月，静息脑电", 9, 0, true);
        addOrder(
                add(3, "Demo-Alvarez", "Maria", "1985-07-21", Sex.FEMALE),
                3,
                "Baseline before treatment",
                9,
                30,
                false);
        addOrder(add(4, "模拟·李", "子涵", "2016-05-09", Sex.MALE), 4, "发育评估，静息脑电", 10, 0, false);
        addOrder(add(5, "Demo-Novak", "Jan", "1978-01-30", Sex.MALE), 5, "Follow-up after 8 weeks", 10, 30, false);
        addOrder(add(6, "模拟·欧阳", "思齐", "2001-12-25", Sex.OTHER), 6, "头痛，静息脑电", 11, 0, false);
    }

    private UUID add(int number, String familyName, String givenName, String birthDate, Sex sex) {
        Patient patient = new Patient(
                UUID.randomUUID(),
                "DEMO-%04d".formatted(number),
                familyName,
                givenName,
                LocalDate.parse(birthDate),
                sex,
                true);
        patients.add(patient);
        return patient.id();
    }

    private void addOrder(UUID patientId, int number, String reason, int hour, int minute, boolean urgent) {
        Instant due = LocalDate.now(ClinicTime.zone())
                .atTime(LocalTime.of(hour, minute))
                .atZone(ClinicTime.zone())
                .toInstant();
        orders.add(new Order(
                UUID.randomUUID(),
                "DEMO-A%03d".formatted(number),
                patientId,
                "resting-eeg",
                reason,
                "演示门诊 Demo outpatients",
                due,
                urgent,
                Order.State.OPEN));
    }
}
