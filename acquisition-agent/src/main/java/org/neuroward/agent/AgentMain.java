package org.neuroward.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.operator.Terminal;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.spool.SpoolPlan;

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
        if (arguments.length > 0 && Terminal.COMMANDS.contains(arguments[0])) {
            return Terminal.run(arguments, System.in, out, err, locale);
        }
        if (arguments.length > 0 && arguments[0].equals(DeviceList.COMMAND)) {
            return DeviceList.run(arguments, out, err, locale);
        }
        if (arguments.length > 0 && SpoolCommands.COMMANDS.contains(arguments[0])) {
            return SpoolCommands.run(arguments, out, err, locale);
        }
        try {
            attend(Options.parse(arguments), out, err, locale);
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

    private static void attend(Options options, PrintStream out, PrintStream err, Locale locale)
            throws StartException, IOException, InterruptedException {
        HostClock clock = HostClock.system();
        try (DataFolder folder = DataFolder.open(options.data());
                Amplifier amplifier = Amplifiers.open(options, clock, locale);
                Spool spool = Spool.open(
                        SpoolPlan.of(folder.spool(), options.spareData().map(DataFolder::spoolOf), options.keep()));
                BedsideAgent agent = new BedsideAgent(
                        new Identity(options.agentId(), options.secret(), version()),
                        options.server(),
                        new Equipment(amplifier, spool, folder.sessions(), clock, options.speed() == 1),
                        new SecureRandom(),
                        new TerminalNews(options, err, locale))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(agent), "shutdown"));
            out.println(StartException.sentence(
                    "started", new Object[] {version(), amplifier.name(), options.server()}, locale));
            agent.start();
            try (var page = LocalPages.open(agent, options)) {
                agent.awaitEnd();
            }
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
