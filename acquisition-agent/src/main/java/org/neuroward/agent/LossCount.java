package org.neuroward.agent;

import org.neuroward.wire.FrameContent.Tally;
import org.neuroward.wire.Losses;

/** Counts what a recording does not hold. Belongs to one thread. */
final class LossCount {

    private Losses losses;

    LossCount(Losses from) {
        losses = from;
    }

    /** Only stream 0 is counted: the others lose with it. */
    void missing(int stream, int samples) {
        if (stream == 0) {
            losses = new Losses(
                    losses.missingSamples() + samples,
                    losses.gaps() + 1,
                    losses.repeated(),
                    losses.late(),
                    losses.damaged());
        }
    }

    void tally(Delivery.Tallied more) {
        losses = new Losses(
                losses.missingSamples(),
                losses.gaps(),
                losses.repeated() + more.repeated(),
                losses.late() + more.late(),
                losses.damaged() + more.damaged());
    }

    Losses losses() {
        return losses;
    }

    Tally tally() {
        return new Tally(losses.repeated(), losses.late(), losses.damaged());
    }
}
