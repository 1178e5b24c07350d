package org.neuroward.clinic.filing;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.WorklistLine;
import org.neuroward.wire.PatientClaim;

/** Holds the numbers that a recording bears against an order and its patient as they are now. */
final class Comparison {

    private Comparison() {}

    static List<Difference> of(PatientClaim claim, WorklistLine line) {
        var differences = new ArrayList<Difference>();
        if (claim.orderNumber().isEmpty() && claim.patientNumber().isEmpty()) {
            differences.add(Difference.CLAIM_MISSING);
        }
        if (differs(claim.orderNumber(), line.order().orderNumber())) {
            differences.add(Difference.ORDER_DIFFERS);
        }
        if (differs(claim.patientNumber(), line.patient().recordNumber())) {
            differences.add(Difference.PATIENT_DIFFERS);
        }
        if (line.order().state() == Order.State.CANCELLED) {
            differences.add(Difference.ORDER_WITHDRAWN);
        }
        return differences;
    }

    /** A number that was not entered is no difference; scanners do not agree on capitals. */
    private static boolean differs(String claimed, String known) {
        return !claimed.isEmpty() && !claimed.equalsIgnoreCase(known);
    }

    /** Whether both numbers were entered at the bed and both are this order's. */
    static boolean bothMatch(PatientClaim claim, WorklistLine line) {
        return !claim.orderNumber().isEmpty()
                && !claim.patientNumber().isEmpty()
                && of(claim, line).isEmpty();
    }
}
