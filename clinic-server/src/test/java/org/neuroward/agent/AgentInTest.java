package org.neuroward.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.spool.Spool;

/** The real agent in the test's own process, put together as its main class does. */
public final class AgentInTest implements AutoCloseable {

    private final DataFolder folder;
    private final BedsideAgent agent;

    private AgentInTest(DataFolder folder, BedsideAgent agent) {
        this.folder = folder;
        this.agent = agent;
    }

    /** Starts an agent that plays a file. */
    public static AgentInTest playing(Path recording, int speed, int port, String agentId, String secret, Path data)
            throws IOException {
        return started(
                "--server",
                "localhost:" + port,
                "--agent-id",
                agentId,
                "--secret",
                secret,
                "--data",
                data.toString(),
                "--recording",
                recording.toString(),
                "--speed",
                Integer.toString(speed));
    }

    /** Starts an agent with the simulated amplifier, that trusts just the server of that certificate. */
    public static AgentInTest simulatingOverTls(int port, Path certificate, String agentId, String secret, Path data)
            throws IOException {
        return started(
                "--server",
                "localhost:" + port,
                "--tls-trust",
                certificate.toString(),
                "--agent-id",
                agentId,
                "--secret",
                secret,
                "--data",
                data.toString());
    }

    private static AgentInTest started(String... arguments) throws IOException {
        try {
            Options options = Options.parse(arguments);
            HostClock clock = HostClock.system();
            DataFolder folder = DataFolder.open(options.data());
            Amplifier amplifier = Amplifiers.open(options, clock, Locale.ENGLISH);
            var agent = new BedsideAgent(
                    new Identity(options.agentId(), options.secret(), "test"),
                    options.server(),
                    new Equipment(
                            amplifier, Spool.open(folder.spool()), folder.sessions(), clock, options.speed() == 1),
                    new SecureRandom(),
                    link -> {});
            agent.start();
            return new AgentInTest(folder, agent);
        } catch (StartException e) {
            throw new IllegalArgumentException(e.sentence(Locale.ENGLISH), e);
        }
    }

    @Override
    public void close() throws IOException {
        agent.close();
        folder.close();
    }
}
