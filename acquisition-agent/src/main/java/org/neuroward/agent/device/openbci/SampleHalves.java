package org.neuroward.agent.device.openbci;

import java.util.Optional;
import org.neuroward.agent.device.openbci.CounterTrack.Placed;

/**
 * Makes samples of packets. Alone, a Cyton sends one packet for each. With a Daisy two belong together: one with an even
 * counter carries the Daisy's channels 9 to 16, the one after it the board's own 1 to 8; when one is lost, so is the other.
 */
final class SampleHalves {

    private final boolean paired;
    private Placed even;

    SampleHalves(boolean paired) {
        this.paired = paired;
    }

    /** All channels at one instant. */
    static final class Sample {

        private final long index;
        private final CytonPacket board;
        private final CytonPacket daisy;

        private Sample(long index, CytonPacket board, CytonPacket daisy) {
            this.index = index;
            this.board = board;
            this.daisy = daisy;
        }

        long index() {
            return index;
        }

        void copyTo(int[] counts, int at) {
            for (int channel = 0; channel < CytonPacket.CHANNELS; channel++) {
                counts[at + channel] = BoardSettings.saturated(board.count(channel));
                if (daisy != null) {
                    counts[at + CytonPacket.CHANNELS + channel] = BoardSettings.saturated(daisy.count(channel));
                }
            }
        }
    }

    /** The sample that the packet completes, if it does. */
    Optional<Sample> add(Placed placed) {
        if (!paired) {
            return Optional.of(new Sample(placed.index(), placed.packet(), null));
        }
        Placed before = even;
        boolean odd = (placed.packet().counter() & 1) == 1;
        even = odd ? null : placed;
        if (odd && before != null && before.index() == placed.index() - 1) {
            // Counters of one parity have places of one parity, so halving both gives one number.
            return Optional.of(new Sample(Math.floorDiv(placed.index() + 1, 2), placed.packet(), before.packet()));
        }
        return Optional.empty();
    }

    /** What waits for its other half will not get it. */
    void clear() {
        even = null;
    }
}
