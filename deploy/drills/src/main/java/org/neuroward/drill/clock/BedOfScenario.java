package org.neuroward.drill.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.neuroward.agent.BedsideAgent;
import org.neuroward.agent.Equipment;
import org.neuroward.agent.Identity;
import org.neuroward.agent.operator.Activity;
import org.neuroward.agent.operator.BedsideDesk;
import org.neuroward.agent.operator.DeskRefusal;
import org.neuroward.agent.operator.OfflineStart;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.uplink.ServerAddress;
import org.neuroward.drill.clock.Scenario.Event;
import org.neuroward.wire.PatientClaim;

/** One agent in this process, without a server, whose clocks and device the drill drives through a scenario. */
final class BedOfScenario {

    /** The agent holds twenty seconds of what it has had no time for. */
    private static final long LARGEST_LEAD_NANOS = 2_000_000_000L;

    private static final long TRAVEL_NANOS = 4_000_000L;

    private final Scenario scenario;
    private final Path folder;
    private final Random random;
    private final DrillClock clock = new DrillClock();
    private final CountingDevice device;
    private final Deque<Event> events;
    private final List<Long> lastBefore = new ArrayList<>();
    private long arrivedNanos;

    BedOfScenario(Scenario scenario, Path folder, long seed) {
        this.scenario = scenario;
        this.folder = folder;
        this.random = new Random(seed);
        this.device = new CountingDevice(scenario.ppm(), scenario.counted());
        this.events = new ArrayDeque<>(scenario.events());
    }

    /** Records, and says what the recording tells. */
    Findings run() throws IOException, InterruptedException {
        Path spool = Files.createDirectories(folder).resolve("spool");
        var nobody = new ServerAddress("localhost", 1, Optional.empty());
        var equipment = new Equipment(device, Spool.open(spool), folder.resolve("sessions"), clock, true);
        try (var agent =
                new BedsideAgent(new Identity("drill", "drill", "drill"), nobody, equipment, random, link -> {})) {
            agent.start();
            // The device's time runs from the agent's: what was sampled before nobody asked for.
            device.sleepThrough(clock, Duration.ZERO);
            var claim = new PatientClaim("D-1", "D-1", "drill");
            agent.desk()
                    .start(new OfflineStart(claim, "resting-eeg/short", List.of()))
                    .ifPresent(refusal -> {
                        throw new IllegalStateException("the bed does not record: " + refusal);
                    });
            play(agent.desk());
        }
        return Findings.of(scenario, device, lastBefore, spool);
    }

    private void play(BedsideDesk desk) throws InterruptedException {
        long start = clock.nanos();
        long lookedNanos = start;
        while (clock.nanos() - start < Duration.ofMinutes(scenario.minutes()).toNanos()) {
            if (!events.isEmpty()
                    && clock.nanos() - start >= events.getFirst().at().toNanos()) {
                happen(events.removeFirst(), desk);
            }
            deliverNext();
            if (clock.nanos() - lookedNanos > LARGEST_LEAD_NANOS) {
                lookedNanos = clock.nanos();
                awaitTaken(desk);
            }
        }
        awaitTaken(desk);
        desk.stop();
        while (desk.status().activity() instanceof Activity.Recording) {
            deliverNext();
            awaitTaken(desk);
        }
    }

    private void happen(Event event, BedsideDesk desk) throws InterruptedException {
        switch (event) {
            case Event.WallSet set -> clock.set(set.by());
            case Event.Sleep sleep -> {
                awaitTaken(desk);
                int runs = device.runs();
                lastBefore.add(device.delivered() - 1);
                device.sleepThrough(clock, sleep.span());
                // What comes first after a sleep may come before the agent knows that it slept.
                deliverNext();
                device.awaitRun(runs + 1);
            }
        }
    }

    private void deliverNext() {
        long ready =
                switch (scenario.delivery()) {
                    case PUNCTUAL -> device.nextBlockNanos();
                    case LATE -> device.nextBlockNanos() + (long) (-8e6 * Math.log(1 - random.nextDouble()));
                    case IN_BURSTS -> device.nextBurstNanos();
                };
        // Blocks come in order: one that is late holds up the next.
        arrivedNanos = Math.max(arrivedNanos, ready + TRAVEL_NANOS);
        clock.goOnUntil(arrivedNanos);
        device.deliver();
    }

    /** Returns when the agent has taken all that the device delivered: the drill goes much faster than time. */
    private static void awaitTaken(BedsideDesk desk) {
        if (!desk.measureImpedance(false).equals(Optional.of(DeskRefusal.NO_IMPEDANCE))) {
            throw new IllegalStateException("the agent does not keep up with the drill");
        }
    }
}
