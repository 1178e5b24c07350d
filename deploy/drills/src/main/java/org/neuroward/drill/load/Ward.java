package org.neuroward.drill.load;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.Technician;
import org.neuroward.drill.bed.AckTimes;
import org.neuroward.drill.bed.BedInProcess;
import org.neuroward.drill.bed.SignalPattern;

/** Beds that record, in this process, and people who watch some of them. */
final class Ward implements AutoCloseable {

    private static final long TICK_MILLIS = 2;
    private static final int HANDS = 4;
    private static final String VARIANT = "resting-eeg/short";

    /** What all beds have in common; {@code signal} is that of a bed number 0. */
    record Shape(SignalPattern signal, int blockSamples, long blockNanos) {

        long bytesOfBlock() {
            return (long) signal.channels() * blockSamples * Integer.BYTES;
        }
    }

    private final RunningClinic clinic;
    private final DrillOptions options;
    private final Shape shape;
    private final Technician technician;
    private final AckTimes times = new AckTimes();
    private final List<BedInProcess> beds = new CopyOnWriteArrayList<>();
    private final List<LiveWatcher> watchers = new ArrayList<>();
    private final Thread pacemaker = Thread.ofPlatform().name("pacemaker").unstarted(this::beat);
    private volatile boolean stopped;

    Ward(RunningClinic clinic, DrillOptions options, Shape shape) throws IOException, InterruptedException {
        this.clinic = clinic;
        this.options = options;
        this.shape = shape;
        this.technician = clinic.technician();
        pacemaker.start();
    }

    private void beat() {
        try {
            while (!stopped) {
                beds.forEach(BedInProcess::sendDue);
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connects and starts beds until there are so many. */
    void fill(int wanted) throws IOException, InterruptedException {
        int before = beds.size();
        for (int bed = before + 1; bed <= wanted; bed++) {
            beds.add(connect(bed, wanted));
        }
        options.say("starting " + (wanted - before) + " sessions");
        // The page of beds opens to who has confirmed the patient's identity.
        UUID order = orderFor(wanted);
        technician.confirmIdentity(order);
        Map<String, UUID> places = technician.readyBeds(order, wanted - before);
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            var begun = new ArrayList<Future<String>>();
            for (int bed = before + 1; bed <= wanted; bed++) {
                int number = bed;
                UUID place = places.get(RunningClinic.bedName(bed));
                begun.add(hands.submit(() -> technician.record(orderFor(number), place, VARIANT)));
            }
            for (Future<String> session : begun) {
                watch(session.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a session could not be started", e.getCause());
        }
        beds.forEach(BedInProcess::flow);
    }

    private UUID orderFor(int bed) throws IOException, InterruptedException {
        return technician.worklist(RunningClinic.patientNumber(bed)).getFirst();
    }

    private BedInProcess connect(int bed, int of) throws IOException {
        String secret = Files.readString(clinic.secretFile(bed)).strip();
        var signal =
                new SignalPattern(bed, shape.signal().channels(), shape.signal().hertz());
        // Beds do not take their blocks at the same moment.
        long firstDue = shape.blockNanos() * (bed - 1) / of;
        var course = new BedInProcess.Course(signal, shape.blockSamples(), shape.blockNanos(), firstDue);
        return new BedInProcess(RunningClinic.agentId(bed), secret, clinic.agentsPort(), course, times);
    }

    private void watch(String session) {
        if (watchers.size() < options.number("watched")) {
            watchers.add(LiveWatcher.open(clinic.address(), session, technician));
        }
    }

    /** No more blocks are made; returns when all that was sent is acknowledged, or patience ends. */
    void pause(int seconds) throws InterruptedException {
        beds.forEach(BedInProcess::pause);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (beds.stream().anyMatch(bed -> bed.ackedFrames() < bed.sentFrames()) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        }
    }

    List<BedInProcess> beds() {
        return List.copyOf(beds);
    }

    AckTimes times() {
        return times;
    }

    Shape shape() {
        return shape;
    }

    long ackedFrames() {
        return beds.stream().mapToLong(BedInProcess::ackedFrames).sum();
    }

    long behindBlocks() {
        return beds.stream().mapToLong(BedInProcess::behindBlocks).sum();
    }

    long blocksShown() {
        return watchers.stream().mapToLong(LiveWatcher::blocks).sum();
    }

    int watched() {
        return watchers.size();
    }

    long disconnected() {
        return beds.stream().filter(bed -> !bed.closedBecause().isEmpty()).count();
    }

    @Override
    public void close() {
        stopped = true;
        watchers.forEach(LiveWatcher::close);
        beds.forEach(BedInProcess::close);
        try {
            pacemaker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
