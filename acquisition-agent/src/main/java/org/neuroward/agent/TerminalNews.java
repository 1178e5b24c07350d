package org.neuroward.agent;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.neuroward.agent.uplink.LinkState;

/** Says in the agent's terminal what a person must see to, in one sentence, and when it is cured. */
final class TerminalNews implements Consumer<LinkState> {

    private final Options options;
    private final PrintStream err;
    private final Locale locale;
    private boolean troubled;

    TerminalNews(Options options, PrintStream err, Locale locale) {
        this.options = options;
        this.err = err;
        this.locale = locale;
    }

    @Override
    public void accept(LinkState now) {
        switch (now) {
            case LinkState.ActionNeeded needed -> {
                troubled = true;
                say("action." + needed.reason());
            }
            case LinkState.Online online -> cured();
            case LinkState.Syncing syncing -> cured();
            case LinkState.Buffering buffering -> {}
        }
    }

    private void cured() {
        if (troubled) {
            troubled = false;
            say("action.cured");
        }
    }

    private void say(String key) {
        err.println(StartException.sentence(key, new Object[] {options.server(), options.agentId()}, locale));
    }
}
