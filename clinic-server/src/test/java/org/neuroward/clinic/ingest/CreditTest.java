package org.neuroward.clinic.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.neuroward.wire.Frame;

class CreditTest {

    private static final int MEGABYTES = 64;

    private final Windows windows = new Windows(Optional.of((long) MEGABYTES), 600);

    private record Agent(Credit credit, AtomicInteger granted) {}

    private Agent connected() {
        assertThat(windows.enter()).isTrue();
        var granted = new AtomicInteger();
        return new Agent(new Credit(windows, granted::addAndGet), granted);
    }

    private static long granted(List<Agent> agents) {
        return agents.stream().mapToInt(agent -> agent.granted().get()).sum();
    }

    /** The agent sends what it may, and what it sent is done with. */
    private static void sendAll(Agent agent) {
        for (int left = agent.granted().getAndSet(0); left > 0; left--) {
            agent.credit().used();
        }
    }

    @Test
    void aSingleAgentMayBeFarAhead() {
        Agent alone = connected();
        alone.credit().first();
        assertThat(alone.granted()).hasValue(1);

        sendAll(alone);

        assertThat(alone.granted()).hasValue(256);
    }

    @Test
    void allTogetherMaySendWhatTheMemoryHolds() {
        var agents = new ArrayList<Agent>();
        for (int i = 0; i < 100; i++) {
            agents.add(connected());
        }
        agents.forEach(agent -> agent.credit().first());

        agents.forEach(CreditTest::sendAll);

        assertThat(granted(agents) * Frame.LARGEST_FRAME_BYTES).isLessThanOrEqualTo(MEGABYTES * 1024L * 1024);
        assertThat(agents).allMatch(agent -> agent.granted().get() == 10);
    }

    @Test
    void whoWasAloneGivesWayToThoseWhoComeAndGetsItsShareBackWhenTheyGo() {
        Agent first = connected();
        first.credit().first();
        sendAll(first);
        for (int i = 0; i < 99; i++) {
            connected();
        }

        sendAll(first);
        assertThat(first.granted()).hasValue(10);

        for (int i = 0; i < 99; i++) {
            windows.leave();
        }
        sendAll(first);
        assertThat(first.granted()).hasValue(256);
    }

    @Test
    void howeverManyThereAreEachMaySend() {
        for (int i = 0; i < 599; i++) {
            connected();
        }
        Agent last = connected();
        last.credit().first();

        sendAll(last);

        assertThat(last.granted()).hasValue(2);
        assertThat(windows.enter()).as("one more than there may be").isFalse();
    }
}
