package org.neuroward.lsl;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Eight questions for the time, 64 ms apart; the answer with the shortest round trip counts, if at least six came. The
 * method is that of NTP's clock filter, the numbers are liblsl's ({@code time_receiver.cpp}).
 */
final class TimeWave {

    private static final int PROBES = 8;
    private static final int LEAST_ANSWERS = 6;
    private static final long PROBE_INTERVAL_NANOS = 64_000_000;
    private static final long LAST_WAIT_NANOS = 128_000_000;

    private final DatagramSocket socket;
    private final LongSupplier clock;
    private final int wave = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    private final byte[] buffer = new byte[TimeMessage.LONGEST];
    private int answers;
    private double bestRoundTrip = Double.POSITIVE_INFINITY;
    private double bestOffset;
    private double bestAt;

    /** @param socket connected to a stream's service port */
    TimeWave(DatagramSocket socket, LongSupplier clock) {
        this.socket = socket;
        this.clock = clock;
    }

    static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** Takes about 0.6 s; empty when too few answers came. */
    Optional<TimeCorrection> measure() throws IOException {
        for (int probe = 0; probe < PROBES; probe++) {
            long asked = clock.getAsLong();
            byte[] question = TimeMessage.question(wave, seconds(asked));
            socket.send(new DatagramPacket(question, question.length));
            receiveUntil(asked + (probe < PROBES - 1 ? PROBE_INTERVAL_NANOS : LAST_WAIT_NANOS));
        }
        return answers >= LEAST_ANSWERS
                ? Optional.of(new TimeCorrection(bestAt, -bestOffset, bestRoundTrip))
                : Optional.empty();
    }

    int answers() {
        return answers;
    }

    private void receiveUntil(long endNanos) throws IOException {
        for (long left = endNanos - clock.getAsLong(); left > 0; left = endNanos - clock.getAsLong()) {
            try {
                socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
                var datagram = new DatagramPacket(buffer, buffer.length);
                socket.receive(datagram);
                double arrived = seconds(clock.getAsLong());
                TimeMessage.read(buffer, datagram.getLength()).ifPresent(answer -> take(answer, arrived));
            } catch (SocketTimeoutException | PortUnreachableException e) {
                // No answer to this question: the next one is asked in its time.
                continue;
            }
        }
    }

    private void take(TimeMessage.Answer answer, double arrived) {
        double roundTrip = answer.roundTrip(arrived);
        if (answer.wave() != wave || roundTrip < 0 || answers >= PROBES) {
            return;
        }
        answers++;
        if (roundTrip < bestRoundTrip) {
            bestRoundTrip = roundTrip;
            bestOffset = answer.offset(arrived);
            bestAt = arrived;
        }
    }
}
