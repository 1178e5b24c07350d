package org.neuroward.drill.kill;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.session.BedAgent;
import org.neuroward.drill.session.BedWork;
import org.neuroward.drill.session.Quiet;

/** Kills, as a power cut does, at instants and in an order that the seed decides; and starts again what it killed. */
final class Killer {

    private static final int LONGEST_PAUSE_MILLIS = 1500;
    private static final int LONGEST_DEAD_MILLIS = 1000;

    /** A server that is starting is killed in this share of its starts, within so many milliseconds. */
    private static final double KILLED_WHILE_STARTING = 0.15;

    private static final int STARTING_MILLIS = 4000;

    private final RunningClinic clinic;
    private final List<BedWork> beds;
    private final Quiet quiet;
    private final Random random;
    private final Resync resync;
    private int agents;
    private int servers;
    private int both;
    private int starting;

    Killer(RunningClinic clinic, List<BedWork> beds, Quiet quiet, long seed) {
        this.clinic = clinic;
        this.beds = beds;
        this.quiet = quiet;
        this.random = new Random(seed);
        this.resync = new Resync(clinic, beds);
    }

    Resync resync() {
        return resync;
    }

    int kills() {
        return agents + servers + both;
    }

    Object[] row() {
        return new Object[] {kills(), agents, servers, both, starting};
    }

    /** @param serverShare of the kills that hit the server, alone or together with an agent */
    void kill(DrillOptions options, int wanted, double serverShare) throws Exception {
        while (kills() < wanted) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            boolean server = random.nextDouble() < serverShare;
            boolean agent = !server || random.nextDouble() < 0.2;
            if (server) {
                killServer(agent);
            } else {
                agents++;
                killAgent();
            }
            if (kills() % 50 == 0) {
                options.say(kills() + " kills");
            }
        }
    }

    private BedAgent someAgent() {
        return beds.get(random.nextInt(beds.size())).agent();
    }

    private void killAgent() throws Exception {
        BedAgent victim = someAgent();
        quiet.breaking(victim::kill);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_DEAD_MILLIS));
        victim.restart();
    }

    private void killServer(boolean agentToo) throws Exception {
        BedAgent victim = someAgent();
        quiet.breaking(() -> {
            quiet.serverIs(false);
            clinic.killServer();
            if (agentToo) {
                victim.kill();
            }
        });
        both += agentToo ? 1 : 0;
        servers += agentToo ? 0 : 1;
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_DEAD_MILLIS));
        if (agentToo) {
            victim.restart();
        }
        startServer();
    }

    private void startServer() throws IOException, InterruptedException {
        long before = resync.stored();
        long launched = launch();
        while (random.nextDouble() < KILLED_WHILE_STARTING) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(STARTING_MILLIS));
            clinic.killServer();
            servers++;
            starting++;
            before = resync.stored();
            launched = launch();
        }
        clinic.awaitReady();
        long ready = System.nanoTime();
        quiet.serverIs(true);
        resync.measure(before, launched, ready);
    }

    private long launch() throws IOException {
        long now = System.nanoTime();
        clinic.launchServer();
        return now;
    }
}
