package org.neuroward.measure;

import java.util.Optional;
import org.neuroward.scoring.Result.Pair;

/** Where on the head a value belongs: one channel, a pair, or a region. */
record Place(Optional<String> channel, Optional<Pair> pair, Optional<String> region) {

    static Place channel(String name) {
        return new Place(Optional.of(name), Optional.empty(), Optional.empty());
    }

    static Place pair(String first, String second) {
        return new Place(Optional.empty(), Optional.of(new Pair(first, second)), Optional.empty());
    }

    static Place region(String name) {
        return new Place(Optional.empty(), Optional.empty(), Optional.of(name));
    }
}
