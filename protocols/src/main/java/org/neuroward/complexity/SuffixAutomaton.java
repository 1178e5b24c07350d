package org.neuroward.complexity;

import java.util.Arrays;

/**
 * All substrings of a string of bits in linear space and time (Blumer et al. 1985, Theor. Comput. Sci. 40:31). Knows for each where
 * its first occurrence ends.
 */
final class SuffixAutomaton {

    private static final int NONE = -1;
    static final int ROOT = 0;

    /** [2 · state + bit]: the state after one more bit. */
    private final int[] next;

    private final int[] link;
    private final int[] length;
    private final int[] firstEnd;
    private int states = 1;
    private int last = ROOT;

    SuffixAutomaton(boolean[] bits) {
        int capacity = Math.max(2, 2 * bits.length);
        next = new int[2 * capacity];
        link = new int[capacity];
        length = new int[capacity];
        firstEnd = new int[capacity];
        Arrays.fill(next, NONE);
        link[ROOT] = NONE;
        for (int position = 0; position < bits.length; position++) {
            append(bits[position] ? 1 : 0, position);
        }
    }

    /** The state of the substring that is one bit longer; the bit must follow somewhere in the string. */
    int after(int state, boolean bit) {
        return next[2 * state + (bit ? 1 : 0)];
    }

    /** Where the first occurrence of the substring of {@code state} ends. */
    int firstEnd(int state) {
        return firstEnd[state];
    }

    private void append(int bit, int position) {
        int added = states++;
        length[added] = length[last] + 1;
        firstEnd[added] = position;
        int state = last;
        while (state != NONE && next[2 * state + bit] == NONE) {
            next[2 * state + bit] = added;
            state = link[state];
        }
        if (state == NONE) {
            link[added] = ROOT;
        } else {
            link[added] = suffixState(state, bit);
        }
        last = added;
    }

    /** The state of exactly the suffix that ends in {@code bit} after {@code state}, split off where it shares a state. */
    private int suffixState(int state, int bit) {
        int target = next[2 * state + bit];
        if (length[target] == length[state] + 1) {
            return target;
        }
        int copy = states++;
        length[copy] = length[state] + 1;
        next[2 * copy] = next[2 * target];
        next[2 * copy + 1] = next[2 * target + 1];
        link[copy] = link[target];
        firstEnd[copy] = firstEnd[target];
        link[target] = copy;
        for (int s = state; s != NONE && next[2 * s + bit] == target; s = link[s]) {
            next[2 * s + bit] = copy;
        }
        return copy;
    }
}
