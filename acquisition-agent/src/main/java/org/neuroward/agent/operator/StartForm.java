package org.neuroward.agent.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.neuroward.protocol.Procedure;
import org.neuroward.protocol.Procedures;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.PatientClaim;

/**
 * What a technician entered to begin without the server. Each number is entered twice and must be the same both times: a
 * slip of one hand is not made by both, and a scanner that misreads does not misread alike.
 */
record StartForm(
        String order,
        String orderAgain,
        String patient,
        String patientAgain,
        String procedure,
        String by,
        boolean asked) {

    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}\\-_./]{1,40}");

    static StartForm of(JsonNode body) {
        return new StartForm(
                text(body, "order"),
                text(body, "orderAgain"),
                text(body, "patient"),
                text(body, "patientAgain"),
                text(body, "procedure"),
                text(body, "by"),
                body.path("asked").asBoolean(false));
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asText("").strip();
    }

    /** Key of the sentence that says what is wrong; empty when nothing is. */
    Optional<String> findProblem() {
        if (order.isEmpty() && orderAgain.isEmpty() && patient.isEmpty() && patientAgain.isEmpty()) {
            return Optional.of("problem.no-number");
        }
        if (!order.equals(orderAgain)) {
            return Optional.of("problem.order-differs");
        }
        if (!patient.equals(patientAgain)) {
            return Optional.of("problem.patient-differs");
        }
        if (!usable(order) || !usable(patient)) {
            return Optional.of("problem.unusable");
        }
        if (by.isEmpty() || !usable(by)) {
            return Optional.of("problem.no-person");
        }
        if (!asked) {
            return Optional.of("problem.not-asked");
        }
        return Procedures.find(procedure).isEmpty() ? Optional.of("problem.procedure") : Optional.empty();
    }

    private static boolean usable(String number) {
        return number.isEmpty() || NUMBER.matcher(number).matches();
    }

    /** Only when there is no problem. */
    OfflineStart toStart() {
        Procedure chosen = Procedures.find(procedure).orElseThrow();
        List<PlannedBlock> plan = chosen.blocks().stream()
                .map(block -> new PlannedBlock(block.annotation(), block.seconds()))
                .toList();
        return new OfflineStart(new PatientClaim(order, patient, by), chosen.id(), plan);
    }
}
