package org.neuroward.clinic.filing;

import java.util.List;
import org.neuroward.clinic.filing.UnfiledRecording.ShownDifference;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.Patient;

/**
 * An order to which a recording may be filed.
 *
 * @param bothMatch both numbers were entered at the bed, and both are this order's
 * @param doubtful filing it there goes against something: the patient's number must be entered and a reason given
 */
public record FilingCandidate(
        Order order, Patient patient, boolean bothMatch, boolean doubtful, List<ShownDifference> differences) {

    public FilingCandidate {
        differences = List.copyOf(differences);
    }
}
