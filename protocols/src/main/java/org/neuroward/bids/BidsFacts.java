package org.neuroward.bids;

import java.util.Objects;
import java.util.Optional;

/**
 * What a recording does not say of itself; what is empty is written {@code n/a}.
 *
 * @param dataset name of a dataset that is begun
 * @param reference electrode or electrodes that the recording was made against
 * @param lineHertz frequency of the mains where the recording was made
 * @param keepTexts whether texts of annotations are kept that may be free text, and so may name a person
 */
public record BidsFacts(
        Optional<String> dataset, Optional<String> reference, Optional<Integer> lineHertz, boolean keepTexts) {

    public BidsFacts {
        Objects.requireNonNull(dataset);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(lineHertz);
    }
}
