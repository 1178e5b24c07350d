package org.neuroward.agent.device.openbci;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.neuroward.agent.clock.HostClock;

/**
 * Speaks with a board whose packets do not run: ASCII commands, answers that end with {@code $$$} (OpenBCI "Cyton Board SDK",
 * firmware 3).
 */
final class Board {

    static final String ANSWER_END = "$$$";
    private static final String CHANNEL_NAMES = "12345678QWERTYUI";
    private static final int LONGEST_ANSWER = 4096;
    private static final int READ_MILLIS = 50;
    private static final Duration RESET_TIME = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIME = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(150);
    private static final Duration LONGEST_NOISE = Duration.ofSeconds(2);

    private final Line line;
    private final HostClock clock;
    private final byte[] bytes = new byte[1024];

    Board(Line line, HostClock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** Resets and sets the board; nothing that was set before, a test signal least of all, is in force afterwards. */
    void setUp(BoardSettings settings) throws IOException, BoardRefusedException {
        stop();
        write("v");
        String banner = answer(RESET_TIME)
                .orElseThrow(() -> new IOException("no board answers behind the dongle: is it switched on?"));
        if (settings.daisy() && !banner.contains("Daisy")) {
            throw new BoardRefusedException("the board has no Daisy");
        }
        ask(settings.daisy() ? "C" : "c", settings.daisy() ? "16" : "");
        ask("d", "");
        if (settings.gain() != BoardSettings.USUAL_GAIN) {
            for (int channel = 0; channel < BoardSettings.channels(settings.daisy()); channel++) {
                setForEeg(channel, settings);
            }
        }
        if (settings.stamped()) {
            ask("<", "");
        }
    }

    /** Ends the packets, and waits until the last of them have come. */
    void stop() throws IOException {
        write("s");
        long end = clock.nanos() + LONGEST_NOISE.toNanos();
        long quietFrom = clock.nanos();
        while (clock.nanos() < end && clock.nanos() - quietFrom < QUIET.toNanos()) {
            if (line.read(bytes, READ_MILLIS) > 0) {
                quietFrom = clock.nanos();
            }
        }
    }

    void start() throws IOException {
        write("b");
    }

    /** Asks something that disturbs nothing: a board that sends packets does not answer. */
    void askVersion() throws IOException {
        write("V");
    }

    /** The test current into one channel: gain 1, without the shared reference, so that this electrode alone is seen. */
    void setForImpedance(int channel) throws IOException, BoardRefusedException {
        ask("x" + name(channel) + "000100X", "Success");
        ask("z" + name(channel) + "01Z", "Success");
    }

    /** The test current off, and the channel as EEG needs it. */
    void restore(int channel, BoardSettings settings) throws IOException, BoardRefusedException {
        ask("z" + name(channel) + "00Z", "Success");
        setForEeg(channel, settings);
    }

    private void setForEeg(int channel, BoardSettings settings) throws IOException, BoardRefusedException {
        ask("x" + name(channel) + "0" + settings.gainCode() + "0110X", "Success");
    }

    private static char name(int channel) {
        return CHANNEL_NAMES.charAt(channel);
    }

    private void ask(String command, String expected) throws IOException, BoardRefusedException {
        write(command);
        String answer =
                answer(ANSWER_TIME).orElseThrow(() -> new IOException("the board does not answer to " + command));
        if (!answer.contains(expected)) {
            throw new BoardRefusedException("the board refuses " + command + ": " + printable(answer));
        }
    }

    private void write(String command) throws IOException {
        line.write(command.getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<String> answer(Duration patience) throws IOException {
        var answer = new StringBuilder();
        long end = clock.nanos() + patience.toNanos();
        while (clock.nanos() < end && answer.length() < LONGEST_ANSWER) {
            int count = line.read(bytes, READ_MILLIS);
            answer.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
            if (answer.indexOf(ANSWER_END) >= 0) {
                return Optional.of(answer.toString());
            }
        }
        return Optional.empty();
    }

    private static String printable(String answer) {
        String plain = answer.replaceAll("[^\\x20-\\x7E]+", " ").strip();
        return plain.length() > 80 ? plain.substring(0, 80) : plain;
    }
}
