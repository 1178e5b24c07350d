package org.neuroward.lsl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Whether a stream matches a query, remembered, and with a limit on how many new ones are evaluated. Belongs to one thread. */
final class QueryAnswers {

    private static final int MOST_REMEMBERED = 100;
    private static final int NEW_QUERIES_A_SECOND = 50;

    private final Query query;
    private final RateLimit limit;
    private final Map<String, Boolean> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private long refused;

    QueryAnswers(StreamDescription description, LongSupplier nanoClock) {
        this.query = new Query(description);
        this.limit = new RateLimit(NEW_QUERIES_A_SECOND, nanoClock);
    }

    boolean matches(String text) {
        Boolean known = remembered.get(text);
        if (known != null) {
            return known;
        }
        Optional<Boolean> answer = limit.tryTake() ? query.find(text) : Optional.empty();
        if (answer.isEmpty()) {
            refused++;
            return false;
        }
        remembered.put(text, answer.get());
        return answer.get();
    }

    /** Queries that were not evaluated. */
    long refused() {
        return refused;
    }

    int rememberedCount() {
        return remembered.size();
    }
}
