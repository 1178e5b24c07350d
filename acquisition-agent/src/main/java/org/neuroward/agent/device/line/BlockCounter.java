package org.neuroward.agent.device.line;

/**
 * Judges the numbers that a device counts its blocks with. The counter wraps; blocks may be missing, come twice or too late,
 * and the device may begin to count anew.
 */
public final class BlockCounter {

    /** What the next number means. */
    public sealed interface Step {

        /** The block before it was the last one. Also the very first block. */
        record Follows() implements Step {}

        /** @param blocks that many are missing before it */
        record Skipped(long blocks) implements Step {}

        /** It was delivered before. */
        record Repeated() implements Step {}

        /** It was counted as missing; its place is gone. */
        record Late() implements Step {}

        /** The device counts anew: how many are missing cannot be known from the number. */
        record Restarted() implements Step {}
    }

    /** So far back, a number may be that of a block that came too late. */
    private static final int LOOK_BACK = 64;

    /** So many old numbers in a row, each following the one before, are a counter that began anew. */
    private static final int OLD_IN_A_ROW = 25;

    private final long modulus;
    private final long lookBack;
    private boolean any;
    private long last;
    private long seen;
    private long lastOld = -1;
    private int oldInARow;

    /** @param modulus the number after {@code modulus - 1} is 0; more than 4 */
    public BlockCounter(long modulus) {
        this.modulus = modulus;
        this.lookBack = Math.min(LOOK_BACK, modulus / 4);
    }

    public Step next(long number) {
        if (!any) {
            return accept(number, new Step.Follows());
        }
        long ahead = Math.floorMod(number - last, modulus);
        long behind = modulus - ahead;
        if (ahead == 0 || behind < lookBack) {
            return old(number, ahead == 0 ? 0 : behind);
        }
        if (ahead == 1) {
            return accept(number, new Step.Follows());
        }
        return ahead <= modulus / 2 ? accept(number, new Step.Skipped(ahead - 1)) : restart(number);
    }

    /** Forgets all: the next number is taken as it comes. */
    public void forget() {
        any = false;
    }

    private Step old(long number, long behind) {
        oldInARow = lastOld >= 0 && number == (lastOld + 1) % modulus ? oldInARow + 1 : 1;
        lastOld = number;
        if (oldInARow >= OLD_IN_A_ROW) {
            return restart(number);
        }
        if ((seen >>> behind & 1) != 0) {
            return new Step.Repeated();
        }
        return new Step.Late();
    }

    private Step restart(long number) {
        any = false;
        return accept(number, new Step.Restarted());
    }

    private Step accept(long number, Step step) {
        long ahead = any ? Math.floorMod(number - last, modulus) : LOOK_BACK;
        seen = (ahead >= LOOK_BACK ? 0 : seen << ahead) | 1;
        any = true;
        last = number;
        lastOld = -1;
        oldInARow = 0;
        return step;
    }
}
