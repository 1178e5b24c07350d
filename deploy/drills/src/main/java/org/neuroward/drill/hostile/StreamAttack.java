package org.neuroward.drill.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.DrillReport;
import org.neuroward.drill.DrillReport.Target;
import org.neuroward.drill.ProcessGauge;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.Table;
import org.neuroward.drill.bed.AckTimes;
import org.neuroward.drill.bed.SignalPattern;
import org.neuroward.drill.bed.StoredBlocks;
import org.neuroward.drill.bed.Ward;

/**
 * Everything that no agent should send. Most messages go to the reader of messages in this process; some go over real
 * connections to a running server, beside honest beds whose recordings are compared afterwards, count by count.
 */
final class StreamAttack implements HostileDrill.Attack {

    /** Option: messages that go over connections; the others go to the reader of messages in this process. */
    static final String ON_SOCKETS = "on-sockets";

    /** Option: largest heap of the server. */
    static final String HEAP = "heap";

    private static final int HONEST_BEDS = 2;
    private static final int HOSTILE_BEDS = 2;
    private static final int WARM_UP_SECONDS = 5;
    private static final Ward.Shape SHAPE =
            new Ward.Shape(new SignalPattern(0, 32, 500), 50, TimeUnit.MILLISECONDS.toNanos(100));
    private static final int SETTLE_SECONDS = 20;
    private static final long MEGA = 1_000_000;

    /** Largest frame, as message, as frame, and as what it says, with protobuf's own objects: a handful of copies. */
    private static final long MOST_BYTES_OF_A_MESSAGE = 1_000_000;

    private static final double MOST_MILLIS_OF_A_MESSAGE = 1000;
    private static final int MOST_BEHIND = 100;
    private static final int MOST_NEW_THREADS = 40;
    private static final int MOST_NEW_DESCRIPTORS = 60;

    @Override
    public DrillReport run(DrillOptions options, long messages) throws IOException, InterruptedException {
        long onSockets = Math.min(options.number(ON_SOCKETS), messages);
        try (RunningClinic clinic = RunningClinic.of(
                options.folder(),
                HONEST_BEDS + HOSTILE_BEDS,
                "-Xmx" + options.text(HEAP),
                "-XX:+ExitOnOutOfMemoryError")) {
            clinic.startServer();
            options.say("hostile peers over connections: " + onSockets + " messages");
            Siege siege = besiege(clinic, options, onSockets);
            options.say("hostile messages in this process: " + (messages - siege.messages()));
            DecoderAssault assault = DecoderAssault.run(options.seed(), Math.max(0, messages - siege.messages()));
            assault.faults().forEach(options::say);
            return report(siege, assault);
        }
    }

    /** What happened while the server was besieged. */
    private record Siege(
            long messages,
            long connections,
            long sockets,
            long hung,
            boolean alive,
            ProcessGauge.Reading before,
            ProcessGauge.Reading after,
            long liveHeapBytes,
            long disconnected,
            long behind,
            AckTimes.Between times,
            StoredBlocks stored) {}

    private static Siege besiege(RunningClinic clinic, DrillOptions options, long onSockets)
            throws IOException, InterruptedException {
        var gauge = new ProcessGauge(clinic.server().toHandle());
        try (var honest = new Ward(clinic, SHAPE);
                var sockets = new HostileSockets(clinic.agentsPort(), options.seed())) {
            honest.fill(HONEST_BEDS);
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            ProcessGauge.Reading before = gauge.read();
            long[] timesBefore = honest.times().snapshot();
            HostilePeers[] peers = peers(clinic, options.seed(), honest);
            assail(peers, sockets, onSockets);
            boolean alive = clinic.server().isAlive();
            long[] timesAfter = honest.times().snapshot();
            // Half-open connections have had their time when idle ones are ended.
            TimeUnit.SECONDS.sleep(alive ? SETTLE_SECONDS : 0);
            long live = alive ? gauge.liveHeapBytes() : 0;
            ProcessGauge.Reading after = alive ? gauge.read() : before;
            long behind = honest.behindBlocks();
            honest.pause(SETTLE_SECONDS);
            long disconnected = honest.disconnected();
            clinic.killServer();
            return new Siege(
                    peers[0].messages() + peers[1].messages(),
                    peers[0].connections() + peers[1].connections(),
                    sockets.connections(),
                    peers[0].hung() + peers[1].hung(),
                    alive,
                    before,
                    after,
                    live,
                    disconnected,
                    behind,
                    AckTimes.between(timesBefore, timesAfter),
                    StoredBlocks.of(clinic, honest.beds()));
        }
    }

    private static HostilePeers[] peers(RunningClinic clinic, long seed, Ward honest) throws IOException {
        var peers = new HostilePeers[HOSTILE_BEDS];
        for (int i = 0; i < peers.length; i++) {
            int bed = HONEST_BEDS + 1 + i;
            String secret = Files.readString(clinic.secretFile(bed)).strip();
            var identity = new HostilePeers.Identity(RunningClinic.agentId(bed), secret, () -> honest.beds()
                    .getFirst()
                    .recordingId());
            peers[i] = new HostilePeers(clinic.agentsPort(), seed + i, identity);
        }
        return peers;
    }

    private static void assail(HostilePeers[] peers, HostileSockets sockets, long onSockets)
            throws InterruptedException {
        try (ExecutorService hands = Executors.newFixedThreadPool(peers.length)) {
            Future<?>[] assaults = new Future<?>[peers.length];
            for (int i = 0; i < peers.length; i++) {
                HostilePeers peer = peers[i];
                assaults[i] = hands.submit(() -> {
                    while (peer.messages() < onSockets / peers.length) {
                        peer.strike();
                    }
                    return null;
                });
            }
            while (!assaults[0].isDone() || !assaults[1].isDone()) {
                sockets.strike();
                TimeUnit.MILLISECONDS.sleep(5);
            }
            for (Future<?> assault : assaults) {
                assault.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a hostile peer failed by itself", e.getCause());
        }
    }

    private static DrillReport report(Siege siege, DecoderAssault assault) {
        Table sent = new Table("What was sent", List.of("way", "connections", "messages", "sound by chance"))
                .row("to the reader, in one process", "–", assault.messages(), assault.taken())
                .row("gRPC, enrolled and strangers", siege.connections(), siege.messages(), "–")
                .row("sockets below gRPC", siege.sockets(), "–", "–");
        Table server = new Table("The server", List.of("", "before", "after"))
                .row("resident, MB", megabytes(siege.before()), megabytes(siege.after()))
                .row("live heap, MB", "–", siege.liveHeapBytes() / MEGA)
                .row("threads", siege.before().threads(), siege.after().threads())
                .row("descriptors", siege.before().descriptors(), siege.after().descriptors());
        Table honest = new Table(
                        "Honest beds beside it", List.of("beds", "blocks stored", "acknowledged", "p50 ms", "p99 ms"))
                .row(
                        siege.stored().recordings(),
                        siege.stored().blocks(),
                        siege.stored().acknowledged(),
                        Math.round(siege.times().millis(0.5)),
                        Math.round(siege.times().millis(0.99)));
        return new DrillReport(List.of(sent, server, honest), targets(siege, assault));
    }

    private static List<Target> targets(Siege siege, DecoderAssault assault) {
        return List.of(
                Target.zero(
                        "messages that brought out a fault instead of a refusal",
                        assault.faults().size()),
                Target.below("bytes allocated for one message", MOST_BYTES_OF_A_MESSAGE, assault.mostBytes()),
                Target.below("time for one message, ms", MOST_MILLIS_OF_A_MESSAGE, assault.mostMillis()),
                Target.zero("servers that died", siege.alive() ? 0 : 1),
                Target.zero("connections that should have been ended and hung", siege.hung()),
                Target.below(
                        "threads more than before",
                        MOST_NEW_THREADS,
                        siege.after().threads() - siege.before().threads()),
                Target.below(
                        "descriptors more than before",
                        MOST_NEW_DESCRIPTORS,
                        siege.after().descriptors() - siege.before().descriptors()),
                Target.zero("honest agents that lost their connection", siege.disconnected()),
                Target.below("blocks of theirs that wait at the beds", MOST_BEHIND, siege.behind()),
                Target.zero(
                        "acknowledged blocks of theirs that are not on disk",
                        siege.stored().lost()),
                Target.zero(
                        "stored counts of theirs that are wrong", siege.stored().wrong()),
                Target.zero("stored twice or out of order", siege.stored().misplaced()));
    }

    private static long megabytes(ProcessGauge.Reading reading) {
        return reading.residentBytes() / MEGA;
    }
}
