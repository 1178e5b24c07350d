package org.neuroward.samplematrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.neuroward.signal.Segment;

/**
 * What the numbers of one channel are like.
 *
 * @param largest absolute value of the finite numbers; 0 when there is none
 * @param holes frames whose number is none (NaN), infinite, or too large for any measurement: nothing was recorded there
 */
record NumberRange(double largest, List<Segment> holes) {

    /** No unit of measurement is so small that a value in it could be larger. */
    private static final double MOST = 1e30;

    NumberRange {
        holes = List.copyOf(holes);
    }

    /** One pass through a matrix, channel by channel within each piece of it. */
    static final class Scan {

        private static final int FRAMES_AT_A_TIME = 1 << 12;

        private final SampleMatrix matrix;
        private final double[] largest;
        private final List<List<Segment>> holes;
        private int holeCount;

        Scan(SampleMatrix matrix) {
            this.matrix = matrix;
            this.largest = new double[matrix.shape().channels()];
            this.holes = Stream.generate(() -> (List<Segment>) new ArrayList<Segment>())
                    .limit(largest.length)
                    .toList();
        }

        /** Of every channel, or empty when there are more than {@code mostHoles} holes. */
        Optional<List<NumberRange>> run(int mostHoles) throws IOException {
            MatrixShape shape = matrix.shape();
            double[] piece = new double[FRAMES_AT_A_TIME];
            // Channel after channel is the order of the file itself when it is not multiplexed.
            long step = shape.multiplexed() ? FRAMES_AT_A_TIME : Math.max(1, shape.frames());
            for (long first = 0; first < shape.frames(); first += step) {
                for (int channel = 0; channel < shape.channels(); channel++) {
                    measure(channel, first, Math.min(shape.frames(), first + step), piece);
                }
                if (holeCount > mostHoles) {
                    return Optional.empty();
                }
            }
            return Optional.of(IntStream.range(0, largest.length)
                    .mapToObj(channel -> new NumberRange(largest[channel], holes.get(channel)))
                    .toList());
        }

        private void measure(int channel, long first, long end, double[] piece) throws IOException {
            for (long frame = first; frame < end; frame += piece.length) {
                int count = (int) Math.min(piece.length, end - frame);
                matrix.read(channel, frame, piece, 0, count);
                for (int i = 0; i < count; i++) {
                    double size = Math.abs(piece[i]);
                    if (size <= MOST) {
                        largest[channel] = Math.max(largest[channel], size);
                    } else {
                        addHole(holes.get(channel), frame + i);
                    }
                }
            }
        }

        private void addHole(List<Segment> of, long frame) {
            if (!of.isEmpty() && of.getLast().endSample() == frame) {
                Segment last = of.removeLast();
                of.add(new Segment(last.firstSample(), last.count() + 1));
            } else {
                of.add(new Segment(frame, 1));
                holeCount++;
            }
        }
    }
}
