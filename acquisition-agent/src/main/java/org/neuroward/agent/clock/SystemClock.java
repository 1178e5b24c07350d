package org.neuroward.agent.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * On Linux {@code System.nanoTime} is CLOCK_MONOTONIC, which stands still while the computer sleeps; {@code /proc/uptime} goes
 * on (proc(5)). Their difference tells sleep from a wall clock that was set.
 */
final class SystemClock implements HostClock {

    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant wall() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration span) throws InterruptedException {
        Thread.sleep(span);
    }

    @Override
    public Optional<Duration> findUptime() {
        return read(UPTIME).map(text -> text.split(" ", 2)[0]).flatMap(SystemClock::seconds);
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,12}\\.\\d{1,9}") ? Optional.of(Duration.parse("PT" + text + "S")) : Optional.empty();
    }

    @Override
    public Optional<String> findBootId() {
        return read(BOOT_ID).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException notThisSystem) {
            return Optional.empty();
        }
    }
}
