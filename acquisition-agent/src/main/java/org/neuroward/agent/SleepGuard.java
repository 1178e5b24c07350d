package org.neuroward.agent;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the computer from sleeping while something is recorded, where systemd looks after that (systemd-inhibit(1)); harmless
 * elsewhere. The lock is held by a process that ends when its input does, so it ends with the agent, however that ends.
 * Belongs to one thread.
 */
final class SleepGuard implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SleepGuard.class.getName());

    private Optional<Process> lock = Optional.empty();
    private boolean tried;

    /** Takes the lock or gives it back. */
    void hold(boolean recording) {
        if (recording && !tried) {
            tried = true;
            lock = begin();
        } else if (!recording) {
            tried = false;
            lock.ifPresent(Process::destroy);
            lock = Optional.empty();
        }
    }

    private static Optional<Process> begin() {
        try {
            Process process = new ProcessBuilder(
                            "systemd-inhibit",
                            "--what=sleep:idle:handle-lid-switch",
                            "--who=Neuroward",
                            "--why=EEG recording",
                            "--mode=block",
                            "cat")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.onExit().orTimeout(2, TimeUnit.SECONDS).thenAccept(ended -> warn("it ended at once"));
            return Optional.of(process);
        } catch (IOException e) {
            warn(e.getMessage());
            return Optional.empty();
        }
    }

    private static void warn(String why) {
        LOG.log(
                Level.WARNING,
                "this computer may fall asleep while it records, see to its settings: systemd-inhibit: {0}",
                why);
    }

    @Override
    public void close() {
        hold(false);
    }
}
