package org.neuroward.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.signal.Gap;
import org.neuroward.wire.FrameContent.Samples;

/** Where the samples of one stream lie in a log. */
final class StreamIndex implements Closeable {

    /** Sealing reads one channel after the other over about a second: that many blocks are kept decoded. */
    private static final int KEPT_BLOCKS = 64;

    private static final int FIRST_CAPACITY = 1024;

    private final int channels;
    private final List<Path> segments = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private long[] firstSamples = new long[FIRST_CAPACITY];
    private long[] offsets = new long[FIRST_CAPACITY];
    private int[] segmentNumbers = new int[FIRST_CAPACITY];
    private int blocks;
    private long samples;
    private SegmentReader reader;
    private final Map<Integer, Block> kept = new LinkedHashMap<>(KEPT_BLOCKS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Block> eldest) {
            return size() > KEPT_BLOCKS;
        }
    };

    private record Block(long firstSample, int sampleCount, Samples samples) {}

    StreamIndex(int channels) {
        this.channels = channels;
    }

    void addSamples(Frame frame, Path segment, long offset) {
        if (blocks == offsets.length) {
            firstSamples = Arrays.copyOf(firstSamples, 2 * blocks);
            offsets = Arrays.copyOf(offsets, 2 * blocks);
            segmentNumbers = Arrays.copyOf(segmentNumbers, 2 * blocks);
        }
        if (segments.isEmpty() || !segments.getLast().equals(segment)) {
            segments.add(segment);
        }
        firstSamples[blocks] = frame.firstSample();
        offsets[blocks] = offset;
        segmentNumbers[blocks] = segments.size() - 1;
        blocks++;
        samples = frame.header().position().endSample();
    }

    /** True for samples that come behind those that are there, with a count for each channel. */
    boolean takes(Frame frame) throws FrameException {
        boolean whole =
                !(frame.content() instanceof Samples block) || block.size() == (long) channels * frame.sampleCount();
        return whole && frame.firstSample() >= samples;
    }

    void addGap(long firstSample, int sampleCount) {
        if (!gaps.isEmpty() && gaps.getLast().endSample() == firstSample) {
            Gap before = gaps.removeLast();
            gaps.add(new Gap(before.firstSample(), before.count() + sampleCount));
        } else {
            gaps.add(new Gap(firstSample, sampleCount));
        }
        samples = firstSample + sampleCount;
    }

    long samples() {
        return samples;
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Copies counts of the stream's channel number {@code channel}. */
    void copy(int channel, long firstSample, int[] into) throws IOException {
        long end = firstSample + into.length;
        if (firstSample < 0 || end > samples) {
            throw new IllegalArgumentException("a stretch must stay in the recording: first=" + firstSample + ", end="
                    + end + ", samples=" + samples);
        }
        for (long next = firstSample; next < end; ) {
            Block block = blockHolding(next);
            int from = (int) (next - block.firstSample());
            int count = (int) Math.min(block.sampleCount() - from, end - next);
            for (int i = 0; i < count; i++) {
                into[(int) (next - firstSample) + i] = block.samples().count((from + i) * channels + channel);
            }
            next += count;
        }
    }

    private Block blockHolding(long sample) throws IOException {
        int found = Arrays.binarySearch(firstSamples, 0, blocks, sample);
        int number = found >= 0 ? found : -found - 2;
        if (number >= 0) {
            Block block = block(number);
            if (sample < block.firstSample() + block.sampleCount()) {
                return block;
            }
        }
        throw new IllegalArgumentException("a stretch must not touch a gap: sample=" + sample);
    }

    private Block block(int number) throws IOException {
        Block block = kept.get(number);
        if (block == null) {
            Frame frame = read(number).orElseThrow(() -> new IOException("the log became shorter while it was read"));
            block = new Block(frame.firstSample(), frame.sampleCount(), (Samples) frame.content());
            kept.put(number, block);
        }
        return block;
    }

    private Optional<Frame> read(int number) throws IOException {
        Path segment = segments.get(segmentNumbers[number]);
        if (reader == null || !reader.path().equals(segment)) {
            close();
            reader = new SegmentReader(segment, offsets[number]);
        }
        reader.seek(offsets[number]);
        return reader.next();
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
