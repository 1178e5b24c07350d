package org.neuroward.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which channels of a recording are bad, by what, and how all of them stand; one entry for each channel in every list.
 *
 * @param criteria that condemn it, in the order of {@link BadChannelCriterion}; none for a good channel
 * @param evidence empty for a channel that holds no number or does not vary
 * @param ransacSeed by which random subsets were drawn; empty when none were
 */
public record BadChannelReport(
        List<String> names,
        List<Set<BadChannelCriterion>> criteria,
        List<Optional<ChannelEvidence>> evidence,
        OptionalLong ransacSeed) {

    public BadChannelReport {
        names = List.copyOf(names);
        criteria = List.copyOf(criteria);
        evidence = List.copyOf(evidence);
    }

    /** In the order of the recording. */
    public List<String> bad() {
        List<String> bad = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            if (!criteria.get(c).isEmpty()) {
                bad.add(names.get(c));
            }
        }
        return bad;
    }
}
