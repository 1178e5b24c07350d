package org.neuroward.drill.bed;

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
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.Technician;

/** Beds that record, in this process: the technician of the clinic starts their sessions. */
public final class Ward implements AutoCloseable {

    private static final long TICK_MILLIS = 2;
    private static final int HANDS = 4;
    private static final String VARIANT = "resting-eeg/short";

    /** What all beds have in common; {@code signal} is that of a bed number 0. */
    public record Shape(SignalPattern signal, int blockSamples, long blockNanos) {

        public long bytesOfBlock() {
            return (long) signal.channels() * blockSamples * Integer.BYTES;
        }
    }

    private final RunningClinic clinic;
    private final Shape shape;
    private final Technician technician;
    private final AckTimes times = new AckTimes();
    private final List<BedInProcess> beds = new CopyOnWriteArrayList<>();
    private final Thread pacemaker = Thread.ofPlatform().name("pacemaker").unstarted(this::beat);
    private volatile boolean stopped;

    /** No bed yet. The clinic's server is ready. */
    public Ward(RunningClinic clinic, Shape shape) throws IOException, InterruptedException {
        this.clinic = clinic;
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

    /**
     * Connects and starts beds until there are so many; when all have begun, their blocks begin to be due.
     *
     * @return ids of the sessions that were started
     */
    public List<String> fill(int wanted) throws IOException, InterruptedException {
        int before = beds.size();
        for (int bed = before + 1; bed <= wanted; bed++) {
            beds.add(connect(bed, wanted));
        }
        // The page of beds opens to who has confirmed the patient's identity.
        UUID order = orderFor(wanted);
        technician.confirmIdentity(order);
        Map<String, UUID> places = technician.readyBeds(order, wanted - before);
        var sessions = new ArrayList<String>();
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            var begun = new ArrayList<Future<String>>();
            for (int bed = before + 1; bed <= wanted; bed++) {
                int number = bed;
                UUID place = places.get(RunningClinic.bedName(bed));
                begun.add(hands.submit(() -> technician.record(orderFor(number), place, VARIANT)));
            }
            for (Future<String> session : begun) {
                sessions.add(session.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a session could not be started", e.getCause());
        }
        beds.forEach(BedInProcess::flow);
        return sessions;
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

    /** No more blocks are made; returns when all that was sent is acknowledged, or patience ends. */
    public void pause(int seconds) throws InterruptedException {
        beds.forEach(BedInProcess::pause);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (beds.stream().anyMatch(bed -> bed.ackedFrames() < bed.sentFrames()) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        }
    }

    public List<BedInProcess> beds() {
        return List.copyOf(beds);
    }

    public AckTimes times() {
        return times;
    }

    public Shape shape() {
        return shape;
    }

    public long ackedFrames() {
        return beds.stream().mapToLong(BedInProcess::ackedFrames).sum();
    }

    public long behindBlocks() {
        return beds.stream().mapToLong(BedInProcess::behindBlocks).sum();
    }

    /** Beds whose connection the server has ended. */
    public long disconnected() {
        return beds.stream().filter(bed -> !bed.closedBecause().isEmpty()).count();
    }

    @Override
    public void close() {
        stopped = true;
        beds.forEach(BedInProcess::close);
        try {
            pacemaker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
