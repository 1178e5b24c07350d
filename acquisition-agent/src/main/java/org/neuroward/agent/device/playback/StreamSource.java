package org.neuroward.agent.device.playback;

import java.io.IOException;
import java.util.List;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.Segment;
import org.neuroward.wire.StreamLayout;

/** Samples of one stream of a recording, read about a second at a time. */
final class StreamSource {

    private final Recording recording;
    private final StreamLayout.Stream stream;
    private final List<Segment> segments;
    private final List<Gap> gaps;
    private final long samples;
    private final int[][] loaded;
    private long loadedFirst;
    private int loadedCount;

    StreamSource(Recording recording, StreamLayout.Stream stream) {
        this.recording = recording;
        this.stream = stream;
        int first = stream.channels().getFirst();
        this.segments = recording.segments(first);
        this.gaps = recording.gaps(first);
        this.samples = recording.samples(first);
        this.loaded = new int[stream.channels().size()][];
    }

    int number() {
        return stream.number();
    }

    double hertz() {
        return stream.rate().hertz();
    }

    SamplingRate rate() {
        return stream.rate();
    }

    /** Sample indexes, gaps included. */
    long samples() {
        return samples;
    }

    List<Segment> segments() {
        return segments;
    }

    List<Gap> gaps() {
        return gaps;
    }

    long nanosOf(long sample) {
        return stream.rate().timeOf(sample).toNanos();
    }

    /** The samples from {@code first} on, all in {@code segment}, numbered from {@code firstIndex} in the block. */
    SampleBlock block(Segment segment, long first, int count, long firstIndex, long deviceNanos) throws IOException {
        int channels = loaded.length;
        int[] counts = new int[count * channels];
        for (int i = 0; i < count; i++) {
            load(segment, first + i);
            int at = (int) (first + i - loadedFirst);
            for (int channel = 0; channel < channels; channel++) {
                counts[i * channels + channel] = loaded[channel][at];
            }
        }
        return SampleBlock.of(number(), firstIndex, channels, deviceNanos, counts);
    }

    private void load(Segment segment, long sample) throws IOException {
        if (sample >= loadedFirst && sample < loadedFirst + loadedCount) {
            return;
        }
        loadedFirst = sample;
        loadedCount = (int) Math.min(Math.max(1, Math.ceil(hertz())), segment.endSample() - sample);
        for (int channel = 0; channel < loaded.length; channel++) {
            loaded[channel] = new int[loadedCount];
            recording.counts(stream.channels().get(channel), sample, loaded[channel]);
        }
    }

    static List<StreamSource> all(Recording recording) {
        return StreamLayout.of(recording.channels()).streams().stream()
                .map(stream -> new StreamSource(recording, stream))
                .toList();
    }
}
