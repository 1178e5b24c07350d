package org.neuroward.agent.device.openbci;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.neuroward.agent.clock.HostClock;

/**
 * A Cyton behind its dongle, byte for byte as its maker's documents describe it ("Cyton Board SDK", "Cyton Data Format"), in a
 * time of its own that passes when someone waits. Channel 1 of packet n carries n, so that every sample says where it belongs.
 */
final class CytonEmulator implements Line.Door, HostClock {

    static final long PERIOD_NANOS = 4_000_000;
    static final String BANNER = "OpenBCI V3 8-16 channel\nOn Board ADS1299 Device ID: 0x3E\n";
    private static final String DAISY = "On Daisy ADS1299 Device ID: 0x3E\n";
    private static final long NANO_STEP = 1_000;

    /** What the line makes of packet n: as it is, lost (no bytes), torn, twice, with noise before it, ... */
    LongFunction<byte[]> onTheWay = this::packet;

    final boolean daisy;
    final double[] ohms = new double[16];
    final List<String> commands = new ArrayList<>();
    private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
    private final StringBuilder typed = new StringBuilder();
    private long nanos = 1_000_000_000L;
    private long next;
    private long nextAt;
    private long awayFrom = Long.MAX_VALUE;
    private long awayUntil = Long.MAX_VALUE;
    private long silentFrom = Long.MAX_VALUE;
    private long silentUntil = Long.MAX_VALUE;
    private boolean streaming;
    private boolean stamped;
    private int driven = -1;
    private int gainOfDriven;
    private int opened;

    CytonEmulator(boolean daisy) {
        this.daisy = daisy;
    }

    /** The dongle is out between these packets; the board goes on sending. */
    synchronized void unplug(long fromPacket, long untilPacket) {
        awayFrom = fromPacket;
        awayUntil = untilPacket;
    }

    /** The board is off between these packets, and afterwards waits to be set. */
    synchronized void switchOff(long fromPacket, long untilPacket) {
        silentFrom = fromPacket;
        silentUntil = untilPacket;
    }

    synchronized int opened() {
        return opened;
    }

    synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    /** Packets made so far. */
    synchronized long made() {
        return next;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public Instant wall() {
        return Instant.EPOCH.plusNanos(nanos());
    }

    @Override
    public synchronized void sleep(Duration span) {
        advance(nanos + span.toNanos());
    }

    @Override
    public synchronized Line open() throws IOException {
        if (isAway()) {
            throw new IOException("there is no such port");
        }
        opened++;
        ready.reset();
        return new Line() {
            @Override
            public int read(byte[] into, int timeoutMillis) throws IOException {
                return CytonEmulator.this.read(into, timeoutMillis);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                hear(new String(bytes, StandardCharsets.US_ASCII));
            }

            @Override
            public void close() {}
        };
    }

    private boolean isAway() {
        return next >= awayFrom && next < awayUntil;
    }

    private boolean isOff() {
        return next >= silentFrom && next < silentUntil;
    }

    private synchronized int read(byte[] into, int timeoutMillis) throws IOException {
        long until = nanos + timeoutMillis * 1_000_000L;
        while (ready.size() == 0 && nanos < until) {
            if (isAway()) {
                throw new IOException("the port is gone");
            }
            advance(Math.min(until, Math.max(nanos + NANO_STEP, nextAt)));
        }
        byte[] all = ready.toByteArray();
        int count = Math.min(all.length, into.length);
        System.arraycopy(all, 0, into, 0, count);
        ready.reset();
        ready.write(all, count, all.length - count);
        return count;
    }

    /** Lets time pass; packets are made whether someone reads or not. */
    private void advance(long until) {
        while (streaming && nextAt <= until) {
            boolean heard = !isAway() && !isOff();
            if (isOff() && next + 1 >= silentUntil) {
                streaming = false;
            }
            byte[] bytes = onTheWay.apply(next);
            if (heard) {
                ready.writeBytes(bytes);
            }
            next++;
            nextAt += PERIOD_NANOS;
        }
        nanos = until;
    }

    byte[] packet(long n) {
        int[] counts = new int[8];
        counts[0] = (int) n;
        if (driven >= 0 && carries(n, driven)) {
            double microvolts = 6e-9 * (ohms[driven] + 2200) * 1e6;
            double loss = daisy ? Math.cos(Math.PI * 31.25 / 250) : 1;
            double perCount = 4.5e6 / 8388607 / (gainOfDriven == 0 ? 1 : 24);
            counts[driven % 8] = (int) Math.round(loss * microvolts * Math.sin(2 * Math.PI * n / 8) / perCount);
        }
        return CytonBytes.packet((int) (n & 0xFF), counts, stamped ? 0xC4 : 0xC0, n * 4);
    }

    private boolean carries(long n, int channel) {
        return !daisy || channel >= 8 == (n % 2 == 0);
    }

    private synchronized void hear(String text) {
        for (char letter : text.toCharArray()) {
            typed.append(letter);
            char first = typed.charAt(0);
            boolean complete = first == 'x' ? letter == 'X' : first != 'z' || letter == 'Z';
            if (complete) {
                obey(typed.toString());
                typed.setLength(0);
            }
        }
    }

    private void obey(String command) {
        commands.add(command);
        if (isOff()) {
            return;
        }
        switch (command.charAt(0)) {
            case 'b' -> begin();
            case 's' -> streaming = false;
            case 'v' -> reset();
            case 'V' -> answer("v3.1.2");
            case 'C' -> answer(daisy ? "16" : "no daisy to attach!8");
            case 'c' -> answer("daisy removed");
            case 'd' -> answer("updating channel settings to default");
            case '<' -> {
                stamped = true;
                answer("Time stamp ON");
            }
            case 'x' -> answer("Success: Channel set for " + command.charAt(1));
            case 'z' -> leadOff(command);
            default -> answer("unknown");
        }
    }

    private void begin() {
        streaming = true;
        // The counter begins anew; what channel 1 carries goes on, for the test's sake, at the next whole wrap.
        next = (next + 255) / 256 * 256;
        nextAt = nanos + PERIOD_NANOS;
    }

    private void reset() {
        streaming = false;
        stamped = false;
        driven = -1;
        answer(BANNER + (daisy ? DAISY : "") + "Firmware: v3.1.2\n");
    }

    private void leadOff(String command) {
        int channel = "12345678QWERTYUI".indexOf(command.charAt(1));
        String set = commands.get(commands.size() - 2);
        driven = command.charAt(3) == '1' ? channel : -1;
        gainOfDriven = set.charAt(0) == 'x' && set.charAt(1) == command.charAt(1) ? set.charAt(3) - '0' : 6;
        answer("Success: Lead off set for " + command.charAt(1));
    }

    private void answer(String text) {
        if (!streaming) {
            ready.writeBytes((text + "$$$").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Whether the test current flows into a channel now. */
    synchronized boolean drives() {
        return driven >= 0;
    }
}
