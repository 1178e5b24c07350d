package org.neuroward.agent.clock;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.neuroward.wire.ServerClock;

/**
 * How far the server's wall clock is from the bed's, by questions and answers: of the last minute the one that travelled
 * fastest is believed, since half of the way is all that it can be wrong by (Mills, RFC 5905, clock filter). Safe for any
 * thread.
 */
public final class ServerFit {

    private static final int ANSWERS_KEPT = 64;

    /** How fast two clocks may part: an old answer is worth less. */
    private static final double DRIFT = 100e-6;

    private final Deque<Answer> answers = new ArrayDeque<>();

    /** @param offsetNanos the server's wall clock minus the agent's monotonic one @param atNanos when, by the monotonic one */
    private record Answer(long offsetNanos, long wayNanos, long atNanos) {

        private double doubtNanos(long nowNanos) {
            return wayNanos / 2.0 + DRIFT * (nowNanos - atNanos);
        }
    }

    /**
     * Notes an answer.
     *
     * @param askedNanos the agent's monotonic clock when it asked
     * @param receivedEpochNanos the server's wall clock when the question came
     * @param sentEpochNanos the server's wall clock when it answered
     * @param heardNanos the agent's monotonic clock when the answer came
     */
    public synchronized void add(long askedNanos, long receivedEpochNanos, long sentEpochNanos, long heardNanos) {
        long way = heardNanos - askedNanos - (sentEpochNanos - receivedEpochNanos);
        if (heardNanos < askedNanos || sentEpochNanos < receivedEpochNanos || way < 0) {
            // No clock that goes on does this: the server's was set in between.
            return;
        }
        long offset = receivedEpochNanos - askedNanos - way / 2;
        answers.addLast(new Answer(offset, way, heardNanos));
        if (answers.size() > ANSWERS_KEPT) {
            answers.removeFirst();
        }
    }

    /** The computer slept or the server was away: what was heard before is worth nothing. */
    public synchronized void restart() {
        answers.clear();
    }

    /** The server's clock against the bed's wall clock at one instant; empty until there was an answer. */
    public synchronized Optional<ServerClock> at(long nowNanos, Instant wall) {
        Answer best = null;
        for (Answer answer : answers) {
            if (best == null || answer.doubtNanos(nowNanos) < best.doubtNanos(nowNanos)) {
                best = answer;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        long wallNanos = Math.addExact(Math.multiplyExact(wall.getEpochSecond(), 1_000_000_000L), wall.getNano());
        long offset = best.offsetNanos + nowNanos - wallNanos;
        return Optional.of(new ServerClock(offset, (long) Math.ceil(best.doubtNanos(nowNanos))));
    }
}
