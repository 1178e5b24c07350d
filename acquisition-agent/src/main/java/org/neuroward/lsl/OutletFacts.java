package org.neuroward.lsl;

import java.util.function.LongSupplier;

/** What an outlet says of itself, and whom it answers. Safe for use by several threads. */
final class OutletFacts {

    private final StreamDescription description;
    private final QueryAnswers answers;

    OutletFacts(StreamDescription description, LongSupplier nanoClock) {
        this.description = description;
        this.answers = new QueryAnswers(description, nanoClock);
    }

    StreamDescription description() {
        return description;
    }

    synchronized boolean matches(String query) {
        return answers.matches(query);
    }

    synchronized long refusedQueries() {
        return answers.refused();
    }
}
