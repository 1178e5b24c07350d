package org.neuroward.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.uplink.ServerAddress;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.FromServer.Prepare;
import org.neuroward.wire.FromServer.Start;

/** An agent in this process, and the commands of a session. */
final class Bedsides {

    static final UUID SESSION = UUID.fromString("018f0000-aaaa-7bbb-8ccc-ddddeeeeffff");

    private Bedsides() {}

    static BedsideAgent start(StoringServer server, Path spool, Amplifier amplifier) throws IOException {
        return start(new ServerAddress("localhost", server.port(), Optional.empty()), spool, amplifier);
    }

    static BedsideAgent start(ServerAddress address, Path spool, Amplifier amplifier) throws IOException {
        var equipment =
                new Equipment(amplifier, Spool.open(spool), spool.resolveSibling("sessions"), HostClock.system(), true);
        var agent = new BedsideAgent(
                new Identity("bed-1", "secret", "test"), address, equipment, new Random(1), link -> {});
        agent.start();
        return agent;
    }

    static void prepareAndStart(StoringServer server, List<PlannedBlock> plan) throws InterruptedException {
        server.await("the agent's state", () -> !server.states().isEmpty());
        server.say(new Prepare(UUID.randomUUID(), SESSION));
        server.await(
                "a preview",
                () -> server.done().size() == 1 && !server.previews().isEmpty());
        server.say(new Start(UUID.randomUUID(), SESSION, plan));
        server.await("started", () -> server.done().size() == 2);
    }
}
