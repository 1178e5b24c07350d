package org.neuroward.agent.device.openbci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Delivered;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.Run;
import org.neuroward.wire.DeviceState;

/** A real serial port of this computer, a pseudo-terminal, with a board of a few lines behind it. */
@Timeout(60)
class OverASerialPortTest {

    private static final int PACKETS = 1000;

    private Process port;
    private String name;

    private void openPort() throws IOException {
        Path tool = Path.of("src/test/tools/ptypair.py").toAbsolutePath();
        try {
            port = new ProcessBuilder("python3", "-u", tool.toString()).start();
            name = line(port.getInputStream());
        } catch (IOException e) {
            assumeTrue(false, "skipped: python3 is needed for a pseudo-terminal");
        }
        assumeTrue(name.startsWith("/dev/"), "skipped: no pseudo-terminal can be opened here");
        Thread.ofPlatform().name("board").daemon().start(this::answer);
    }

    @AfterEach
    void closePort() throws InterruptedException {
        if (port != null) {
            port.destroy();
            port.waitFor();
        }
    }

    @Test
    void theDriverReadsARealPortAndNoticesThatItIsGone() throws Exception {
        openPort();
        var delivered = new Delivered();
        try (var amplifier = OpenBciAmplifier.open(DeviceAddress.parse("openbci:" + name), HostClock.system())) {
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (amplifier.find().isEmpty() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            amplifier.start(new Run.Session(List.of(), 0), delivered);
            delivered.awaitSamples(PACKETS);
            closePort();
            delivered.awaitState(DeviceState.ABSENT);
        }

        assertThat(delivered.faults()).isEmpty();
        assertThat(delivered.holes()).isEmpty();
        int[] counts = delivered.counts(0);
        for (int sample = 0; sample < PACKETS; sample++) {
            assertThat(counts[8 * sample]).isEqualTo(sample);
        }
    }

    /** The board: answers what ends with an answer, and sends its packets all at once. */
    private void answer() {
        try (InputStream commands = port.getInputStream();
                OutputStream toDriver = port.getOutputStream()) {
            for (int command = commands.read(); command >= 0; command = commands.read()) {
                switch (command) {
                    case 'v' -> say(toDriver, CytonEmulator.BANNER + "$$$");
                    case 'c', 'd' -> say(toDriver, "done$$$");
                    case 'b' -> sendPackets(toDriver);
                    default -> {}
                }
            }
        } catch (IOException e) {
            // The port was closed, as the test wants.
        }
    }

    private static void say(OutputStream toDriver, String text) throws IOException {
        toDriver.write(text.getBytes(StandardCharsets.US_ASCII));
        toDriver.flush();
    }

    private static void sendPackets(OutputStream toDriver) throws IOException {
        for (int i = 0; i <= PACKETS; i++) {
            toDriver.write(CytonBytes.packet(i & 0xFF, i));
        }
        toDriver.flush();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && letter != '\n'; letter = in.read()) {
            line.append((char) letter);
        }
        return line.toString();
    }
}
