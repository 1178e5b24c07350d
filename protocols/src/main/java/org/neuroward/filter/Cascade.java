package org.neuroward.filter;

import java.util.ArrayList;
import java.util.List;

/** Sections in a row, run over four channels at a time; a channel's bits are those it would have alone. Immutable. */
final class Cascade {

    static final int SIDE_BY_SIDE = 4;

    /** Samples of four channels that stay in the nearest cache while all sections pass over them. */
    private static final int PIECE = 512;

    private final SectionPair[] pairs;

    Cascade(List<Biquad> sections) {
        List<SectionPair> all = new ArrayList<>();
        for (int i = 0; i + 1 < sections.size(); i += 2) {
            all.add(SectionPair.of(sections.get(i), sections.get(i + 1)));
        }
        if (sections.size() % 2 == 1) {
            all.add(SectionPair.lone(sections.getLast()));
        }
        this.pairs = all.toArray(SectionPair[]::new);
    }

    /** {@code [pair][channel]}, for channels that were always at 0. */
    PairMemory[][] silent(int channels) {
        var memory = new PairMemory[pairs.length][channels];
        for (PairMemory[] ofPair : memory) {
            for (int channel = 0; channel < channels; channel++) {
                ofPair[channel] = PairMemory.silent();
            }
        }
        return memory;
    }

    /** Sets the memory of one channel to what it is after endless samples of that value. */
    void settle(PairMemory[][] memory, int channel, double level) {
        double input = level;
        for (int i = 0; i < pairs.length; i++) {
            memory[i][channel].set(PairMemory.settled(pairs[i], input));
            input *= pairs[i].gainAtZero();
        }
    }

    double next(double sample, PairMemory[][] memory) {
        double x = sample;
        for (int i = 0; i < pairs.length; i++) {
            x = pairs[i].next(memory[i][0], x);
        }
        return x;
    }

    /** Filters samples {@code from} to {@code to} of four channels in place. */
    void forward(double[][] four, int from, int to, PairMemory[][] memory) {
        for (int begin = from; begin < to; begin += PIECE) {
            int end = Math.min(begin + PIECE, to);
            for (int i = 0; i < pairs.length; i++) {
                pairs[i].forward(four, begin, end, memory[i]);
            }
        }
    }

    /** Filters samples {@code to - 1} down to {@code from} of four channels in place. */
    void backward(double[][] four, int from, int to, PairMemory[][] memory) {
        for (int end = to; end > from; end -= PIECE) {
            int begin = Math.max(end - PIECE, from);
            for (int i = 0; i < pairs.length; i++) {
                pairs[i].backward(four, begin, end, memory[i]);
            }
        }
    }
}
