package org.neuroward.drill.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.drill.RunningClinic;

/** The agent process of one bed, which a drill kills and starts again with the same options. Safe for threads. */
public final class BedAgent {

    /** How an agent is started: as a process of this machine, or elsewhere. */
    public interface Starter {
        void start(int bed, List<String> options) throws IOException;
    }

    private final RunningClinic clinic;
    private final int bed;
    private final Starter starter;
    private List<String> options = List.of();
    private int kills;

    public BedAgent(RunningClinic clinic, int bed, Starter starter) {
        this.clinic = clinic;
        this.bed = bed;
        this.starter = starter;
    }

    public int bed() {
        return bed;
    }

    /** Ends the agent, if one runs, and starts it for another source. */
    synchronized void replace(BedSource source) throws IOException, InterruptedException {
        end();
        options = new ArrayList<>(source.agentOptions());
        starter.start(bed, options);
    }

    /** As a power cut would. */
    public synchronized void kill() throws InterruptedException {
        end();
        kills++;
    }

    private void end() throws InterruptedException {
        if (clinic.agent(bed) != null) {
            clinic.killAgent(bed);
        }
    }

    /** Starts it again as it was, unless somebody has done so. */
    public synchronized void restart() throws IOException {
        if (!clinic.agent(bed).isAlive()) {
            starter.start(bed, options);
        }
    }

    /** So often it was killed. */
    synchronized int kills() {
        return kills;
    }
}
