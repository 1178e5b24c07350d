package org.neuroward.drill.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.neuroward.drill.bed.AgentLine;
import org.neuroward.drill.bed.SignalPattern;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.Bedside;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.FromServer;
import org.neuroward.wire.Losses;
import org.neuroward.wire.SpoolFacts;

/** Hostile agents over real connections, one after the other: enrolled ones gone wild, and strangers. */
final class HostilePeers {

    private static final int PATIENCE_SECONDS = 10;
    private static final int MESSAGES_OF_A_CONNECTION = 30;
    private static final int HUGE_BYTES = 4 * 1024 * 1024;
    private static final SignalPattern SIGNAL = new SignalPattern(99, 4, 256);

    /** An agent that the server has enrolled, and a recording that belongs to another one. */
    record Identity(String agentId, String secret, Supplier<Optional<UUID>> foreignRecording) {}

    private final int port;
    private final Identity identity;
    private final SplittableRandom random;
    private final HostileMessages hostile;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong hung = new AtomicLong();

    HostilePeers(int port, long seed, Identity identity) {
        this.port = port;
        this.identity = identity;
        this.random = new SplittableRandom(seed);
        this.hostile = new HostileMessages(seed, new UUID(seed, 7));
    }

    long messages() {
        return messages.get();
    }

    long connections() {
        return connections.get();
    }

    /** Connections that the server should have ended and did not. */
    long hung() {
        return hung.get();
    }

    /** Connects once and misbehaves in one of many ways. */
    void strike() throws InterruptedException {
        connections.incrementAndGet();
        switch (random.nextInt(20)) {
            case 0 -> stranger();
            case 1 -> helloTwice();
            case 2 -> huge();
            case 3 -> foreign();
            case 4 -> deaf();
            case 5 -> boastful();
            default -> mutations();
        }
    }

    private final class Peer implements AgentLine.Listener, AutoCloseable {
        private final CountDownLatch welcomed = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final AgentLine line;

        private Peer(boolean reads) {
            line = reads ? AgentLine.dial(port, this) : AgentLine.dialDeaf(port, this);
        }

        @Override
        public void received(FromServer message) {
            if (message instanceof FromServer.Welcome) {
                welcomed.countDown();
            }
        }

        @Override
        public void closed(String why) {
            welcomed.countDown();
            closed.countDown();
        }

        private Peer say(FromAgent message) {
            line.send(message);
            messages.incrementAndGet();
            return this;
        }

        private Peer sayBytes(byte[] message) {
            line.sendBytes(message);
            messages.incrementAndGet();
            return this;
        }

        private void awaitWelcome() throws InterruptedException {
            welcomed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        /** The server must end this. */
        private void awaitEnd() throws InterruptedException {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                hung.incrementAndGet();
            }
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private Hello hello(SpooledRecording... spooled) {
        return new Hello(
                identity.agentId(),
                identity.secret(),
                "hostile",
                Bedside.WIRE_VERSION,
                "hostile",
                true,
                SIGNAL.description(),
                List.of(spooled));
    }

    private void mutations() throws InterruptedException {
        try (var peer = new Peer(true)) {
            peer.say(hello()).awaitWelcome();
            for (int i = random.nextInt(MESSAGES_OF_A_CONNECTION); i > 0; i--) {
                peer.say(harmless());
            }
            for (int i = 0; i < MESSAGES_OF_A_CONNECTION && !peer.line.closed(); i++) {
                peer.sayBytes(hostile.next());
            }
        }
    }

    /** Sound, unasked for, and no reason to end the connection. */
    private FromAgent harmless() {
        return switch (random.nextInt(4)) {
            case 0 -> new Preview(random.nextInt(5), random.nextLong(1L << 40), 4, SIGNAL.block(random.nextInt(99), 9));
            case 1 -> new State(AgentState.values()[random.nextInt(AgentState.values().length)], "x".repeat(99));
            case 2 -> new CommandDone(UUID.randomUUID(), Optional.empty());
            default -> status();
        };
    }

    private Status status() {
        var spool = new SpoolFacts(Long.MAX_VALUE, 1, 1, 1, 1, DiskState.FULL);
        return new Status(
                random.nextLong(), DeviceState.SILENT, Losses.NONE, spool, Optional.empty(), Optional.empty());
    }

    private void stranger() throws InterruptedException {
        try (var peer = new Peer(true)) {
            String name = random.nextBoolean() ? identity.agentId() : "stranger-" + random.nextInt();
            peer.say(new Hello(
                    name, "not the secret of anyone", "1", Bedside.WIRE_VERSION, "x", true, List.of(), List.of()));
            peer.awaitEnd();
        }
    }

    private void helloTwice() throws InterruptedException {
        try (var peer = new Peer(true)) {
            peer.say(hello()).awaitWelcome();
            peer.say(hello()).awaitEnd();
        }
    }

    private void huge() throws InterruptedException {
        try (var peer = new Peer(true)) {
            if (random.nextBoolean()) {
                peer.say(hello()).awaitWelcome();
            }
            byte[] bytes = new byte[Bedside.LARGEST_MESSAGE_BYTES + random.nextInt(HUGE_BYTES)];
            Arrays.fill(bytes, (byte) 0x12);
            peer.sayBytes(bytes).awaitEnd();
        }
    }

    /** Frames of a recording that belongs to another bed, or to nobody. */
    private void foreign() throws InterruptedException {
        UUID victim = identity.foreignRecording().get().orElse(UUID.randomUUID());
        var frames = new HostileMessages(random.nextLong(), random.nextBoolean() ? victim : UUID.randomUUID());
        try (var peer = new Peer(true)) {
            peer.say(hello()).awaitWelcome();
            byte[] frame = frames.validFrames().get(random.nextInt(6));
            peer.sayBytes(HostileMessages.wrapped(frame)).awaitEnd();
        }
    }

    /** Talks and talks, and reads nothing. */
    private void deaf() throws InterruptedException {
        try (var peer = new Peer(false)) {
            peer.say(hello());
            for (int i = 0; i < 300 && !peer.line.closed(); i++) {
                peer.say(status());
            }
        }
    }

    /** Says that it holds more recordings than any bed ever recorded. */
    private void boastful() throws InterruptedException {
        var recordings = new SpooledRecording[200];
        for (int i = 0; i < recordings.length; i++) {
            recordings[i] = new SpooledRecording(UUID.randomUUID(), UUID.randomUUID(), random.nextLong(99), true);
        }
        try (var peer = new Peer(true)) {
            peer.say(hello(recordings)).awaitWelcome();
        }
    }
}
