package org.neuroward.bids;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.neuroward.bids.BidsException.Problem;

/**
 * What the files of a recording are called in a dataset: {@code sub-01_ses-a_task-rest_run-1}.
 *
 * @param subject pseudonym of the patient, letters and digits
 * @param run for a task that was recorded several times in one session
 */
public record BidsName(String subject, Optional<String> session, String task, Optional<Integer> run) {

    public BidsName {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(session);
        Objects.requireNonNull(task);
        Objects.requireNonNull(run);
    }

    /** @throws BidsException when a label holds anything but letters and digits, or a run is below 1 */
    public static BidsName of(String subject, Optional<String> session, String task, Optional<Integer> run)
            throws BidsException {
        check("subject", subject);
        check("session", session.orElse("none"));
        check("task", task);
        if (run.filter(number -> number < 1).isPresent()) {
            throw new BidsException(Problem.RUN, Map.of("run", run.get()));
        }
        return new BidsName(subject, session, task, run);
    }

    private static void check(String what, String label) throws BidsException {
        if (!label.matches("[A-Za-z0-9]{1,64}")) {
            throw new BidsException(Problem.LABEL, Map.of("what", what, "label", label));
        }
    }

    String participant() {
        return "sub-" + subject;
    }

    /** Relative to the dataset, with slashes. */
    String folder() {
        return participant() + session.map(label -> "/ses-" + label).orElse("") + "/eeg";
    }

    String stem() {
        return participant() + session.map(label -> "_ses-" + label).orElse("") + "_task-" + task
                + run.map(number -> "_run-" + number).orElse("");
    }
}
