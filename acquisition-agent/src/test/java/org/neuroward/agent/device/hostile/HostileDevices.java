package org.neuroward.agent.device.hostile;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.neuroward.agent.device.biosemi.HostileActiView;
import org.neuroward.agent.device.brainvision.HostileRecorder;
import org.neuroward.agent.device.fieldtrip.HostileBuffer;
import org.neuroward.agent.device.openbci.HostileCyton;

/**
 * Plays hostile frames to every driver that reads a device's bytes: {@code HostileDevices --inputs N --seed S}. Run with a
 * small heap; ends with 3 when a connection hangs, with 1 when a driver throws what it should not.
 */
public final class HostileDevices {

    private static final long HANG_NANOS = 10_000_000_000L;
    private static final long LOOK_MILLIS = 200;

    private HostileDevices() {}

    public static List<Victim> victims() {
        return List.of(new HostileCyton(), new HostileRecorder(), new HostileBuffer(), new HostileActiView());
    }

    public static void main(String[] arguments) {
        long frames = Long.parseLong(arguments[1]);
        long seed = Long.parseLong(arguments[3]);
        boolean sound = true;
        for (Victim victim : victims()) {
            var run = new HostileRun(victim, seed);
            var done = new CountDownLatch(1);
            Thread.ofPlatform().daemon().name("hang watch").start(() -> watch(run, done));
            run.run(frames / victims().size());
            done.countDown();
            System.out.println(run.line());
            run.faults().forEach(System.err::println);
            sound &= run.faults().isEmpty();
        }
        System.exit(sound ? 0 : 1);
    }

    private static void watch(HostileRun run, CountDownLatch done) {
        try {
            while (!done.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (run.presentNanos() > HANG_NANOS) {
                    System.err.println("a connection hangs: " + run.line());
                    Runtime.getRuntime().halt(3);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
