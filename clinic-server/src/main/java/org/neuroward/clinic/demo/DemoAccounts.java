package org.neuroward.clinic.demo;

import java.util.List;
import org.neuroward.clinic.access.Role;

/** The accounts of a demo, one for each role, with passwords that are meant to be known. */
public final class DemoAccounts {
    /** One account. */
    public record Account(String username, String displayName, Role role, String password) {}

    public static final Account TECHNICIAN = new Account("tech", "演示技师 Demo Technician", Role.TECHNICIAN, "demo-tech");
    public static final Account REVIEWER = new Account("review", "演示审核医师 Demo Reviewer", Role.REVIEWER, "demo-review");

    private DemoAccounts() {}

    /** All of them, in the order of the roles. */
    public static List<Account> all() {
        return List.of(
                TECHNICIAN,
                new Account("therapy", "演示治疗师 Demo Therapist", Role.THERAPIST, "demo-therapy"),
                REVIEWER,
                new Account("admin", "演示管理员 Demo Administrator", Role.ADMINISTRATOR, "demo-admin"),
                new Account("audit", "演示审计员 Demo Auditor", Role.AUDITOR, "demo-audit"));
    }
}
