package org.neuroward.agent.device;

import org.neuroward.wire.DeviceState;

/** Turns something that produces one slice of signal after the other into a running device with a thread of its own. */
public final class PacedSource {

    /** Produces a run, slice by slice. */
    public interface Slices {

        /**
         * Delivers the next slice.
         *
         * @return nanoseconds of signal delivered since the start of the run, or -1 after the end
         */
        long deliverNext(SampleSink sink);
    }

    private final String threadName;
    private Thread thread;
    private volatile boolean stopping;

    public PacedSource(String threadName) {
        this.threadName = threadName;
    }

    public void start(Slices slices, Pace pace, SampleSink sink) {
        if (thread != null && thread.isAlive()) {
            throw new IllegalStateException("the amplifier runs already: " + threadName);
        }
        stopping = false;
        thread = Thread.ofPlatform().name(threadName).daemon().start(() -> run(slices, pace, sink));
    }

    private void run(Slices slices, Pace pace, SampleSink sink) {
        try {
            sink.state(DeviceState.STREAMING);
            Pace.Runner runner = pace.startNow();
            long delivered = 0;
            while (delivered >= 0 && !stopping) {
                delivered = slices.deliverNext(sink);
                if (delivered > 0) {
                    runner.awaitSignal(delivered);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the run after its present slice, and waits for that. */
    public void stop() {
        stopping = true;
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
