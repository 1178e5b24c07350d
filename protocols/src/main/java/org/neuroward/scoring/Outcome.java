package org.neuroward.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What comes of asking for a number: the number, or the reason why it may not be given. */
public sealed interface Outcome {

    /** @param value always finite */
    record Given(double value, Optional<Reliability> reliability) implements Outcome {

        public Given {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a given value must be finite: value=" + value);
            }
        }
    }

    /**
     * @param reason a code, for example {@code too-little-clean-signal}
     * @param facts that fill the reason's sentence, by name with unit, in a fixed order
     */
    record NotAvailable(String reason, Map<String, Object> facts) implements Outcome {

        public NotAvailable {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }

    /** The value without a statement on its reliability, or the reason when it is not finite. */
    static Outcome of(double value, String reasonUnlessFinite) {
        return Double.isFinite(value)
                ? new Given(value, Optional.empty())
                : new NotAvailable(reasonUnlessFinite, Map.of());
    }
}
