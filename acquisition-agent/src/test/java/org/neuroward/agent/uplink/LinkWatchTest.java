package org.neuroward.agent.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.uplink.LinkState.ActionNeeded;
import org.neuroward.agent.uplink.LinkState.Buffering;
import org.neuroward.agent.uplink.LinkState.Online;
import org.neuroward.agent.uplink.LinkState.Reason;
import org.neuroward.agent.uplink.LinkState.Syncing;

class LinkWatchTest {

    private static final long SECOND = 1_000_000_000L;

    private final LinkWatch watch = new LinkWatch(0);

    @Test
    void countsTheTimeWithoutAServerFromItsLoss() {
        assertThat(watch.state(3 * SECOND)).isEqualTo(new Buffering(Duration.ofSeconds(3)));

        watch.connected(false);
        watch.away(10 * SECOND, Optional.empty());
        watch.away(12 * SECOND, Optional.empty());

        assertThat(watch.state(70 * SECOND)).isEqualTo(new Buffering(Duration.ofMinutes(1)));
    }

    @Test
    void tellsHowMuchOfWhatWaitedIsThere() {
        watch.connected(false);
        watch.backlog(1_000);
        assertThat(watch.state(0)).isEqualTo(new Syncing(0));
        watch.backlog(750);
        assertThat(watch.state(0)).isEqualTo(new Syncing(25));
        watch.backlog(200);
        assertThat(watch.state(0)).isEqualTo(new Syncing(80));
        watch.backlog(5);

        assertThat(watch.state(0)).isEqualTo(new Online());
    }

    @Test
    void aFewFramesOnTheWayAreNotWorthAWord() {
        watch.connected(false);
        for (int frames = 0; frames < 250; frames++) {
            watch.backlog(frames);
            assertThat(watch.state(0)).isEqualTo(new Online());
        }
    }

    @Test
    void whatAPersonMustSeeToStandsUntilTheServerTakesTheAgentIn() {
        watch.away(SECOND, Optional.of(Reason.WRONG_SECRET));
        assertThat(watch.state(60 * SECOND)).isEqualTo(new ActionNeeded(Reason.WRONG_SECRET));

        watch.connected(false);

        assertThat(watch.state(61 * SECOND)).isEqualTo(new Online());
    }

    @Test
    void aServerThatGoesAwayIsNoLongerOneThatRefuses() {
        watch.away(SECOND, Optional.of(Reason.UNKNOWN_AGENT));
        watch.away(2 * SECOND, Optional.empty());

        assertThat(watch.state(5 * SECOND)).isEqualTo(new Buffering(Duration.ofSeconds(5)));
    }

    @Test
    void aRecordingThatTheServerDoesNotTakeNeedsAPerson() {
        watch.connected(true);

        assertThat(watch.state(0)).isEqualTo(new ActionNeeded(Reason.RECORDING_REFUSED));
    }
}
