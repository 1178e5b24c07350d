package org.neuroward.agent;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.neuroward.agent.operator.LocalPage;

/** The page at the bedside computer; an agent records without it, if it must. */
final class LocalPages implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LocalPages.class.getName());

    private final Optional<LocalPage> page;

    private LocalPages(Optional<LocalPage> page) {
        this.page = page;
    }

    static LocalPages open(BedsideAgent agent, Options options) {
        try {
            return new LocalPages(
                    Optional.of(LocalPage.open(agent.desk(), agent.trace(), options.localPort(), options.data())));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the page of the bedside computer cannot be opened: {0}", e.getMessage());
            return new LocalPages(Optional.empty());
        }
    }

    @Override
    public void close() throws IOException {
        if (page.isPresent()) {
            page.get().close();
        }
    }
}
