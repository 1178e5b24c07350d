package org.neuroward.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.spool.Spool;
import org.neuroward.wire.FromServer.Refused;

/** Starts the bedside agent and runs it until it is told to stop. */
public final class AgentMain {

    private static final int FAILED = 2;
    private static final String LOG_FORMAT = "%1$tF %1$tT.%1$tL %4$s %5$s%6$s%n";

    private AgentMain() {}

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.SimpleFormatter.format", LOG_FORMAT);
        System.exit(run(arguments, System.out, System.err, Locale.getDefault()));
    }

    /** Exit code; everything that is wrong is one sentence on {@code err}. */
    static int run(String[] arguments, PrintStream out, PrintStream err, Locale locale) {
        try {
            attend(Options.parse(arguments), out, locale);
            return 0;
        } catch (StartException e) {
            err.println(e.sentence(locale));
        } catch (IOException | UncheckedIOException e) {
            err.println(StartException.sentence("disk.failed", new Object[] {e.getMessage()}, locale));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return FAILED;
    }

    private static void attend(Options options, PrintStream out, Locale locale)
            throws StartException, IOException, InterruptedException {
        HostClock clock = HostClock.system();
        try (DataFolder folder = DataFolder.open(options.data());
                Amplifier amplifier = Amplifiers.open(options, clock, locale);
                Spool spool = Spool.open(folder.spool())) {
            var identity = new Identity(options.agentId(), options.secret(), version());
            var agent = new BedsideAgent(identity, options.server(), amplifier, spool, clock, new SecureRandom());
            var shutdown = new Thread(() -> close(agent), "shutdown");
            Runtime.getRuntime().addShutdownHook(shutdown);
            out.println(StartException.sentence(
                    "started", new Object[] {version(), amplifier.name(), options.server()}, locale));
            agent.start();
            Refused refused = await(agent);
            agent.close();
            throw new StartException("refused." + refused.code(), options.server(), options.agentId());
        }
    }

    private static Refused await(BedsideAgent agent) throws InterruptedException {
        try {
            return agent.refused().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(BedsideAgent agent) {
        try {
            agent.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    private static String version() {
        return Optional.ofNullable(AgentMain.class.getPackage().getImplementationVersion())
                .orElse("0.1.0");
    }
}
