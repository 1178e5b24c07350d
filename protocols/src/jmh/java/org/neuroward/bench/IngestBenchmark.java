package org.neuroward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameMaker;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameSequence;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.RecordingLog;
import org.neuroward.wire.WireCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the server does with a block between line and disk, by the block: 32 channels × 100 ms at 500 Hz. The line itself and
 * the sync are not in it; one operation is one block.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class IngestBenchmark {

    private static final int BLOCKS = 1000;
    private static final int CHANNELS = 32;
    private static final int SAMPLES = 50;
    private static final double HERTZ = 500;

    private final List<byte[]> messages = new ArrayList<>();
    private final UUID recordingId = new UUID(1, 2);
    private Path folder;
    private RecordingLog log;

    @Setup
    public void encode() throws IOException {
        folder = Files.createTempDirectory("ingest");
        var random = new SplittableRandom(1);
        var maker = new FrameMaker(recordingId, 0);
        var now = new FrameTime(0, 0);
        var description = new FrameContent.Description(new UUID(3, 4), "bench", Instant.EPOCH, channels(), true);
        add(maker.make(description, FramePosition.at(0, 0), now));
        for (int block = 0; block < BLOCKS; block++) {
            int[] counts = random.ints(CHANNELS * SAMPLES, -(1 << 23), 1 << 23).toArray();
            var position = new FramePosition(0, 0, (long) block * SAMPLES, SAMPLES);
            add(maker.make(new FrameContent.Samples(counts), position, now));
        }
    }

    private void add(Frame frame) {
        messages.add(WireCodec.encode(FrameMessage.of(frame)));
    }

    private static List<Channel> channels() {
        var channels = new ArrayList<Channel>();
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(new Channel(
                    "EEG X" + i,
                    ChannelKind.EEG,
                    "uV",
                    new SamplingRate(HERTZ),
                    new DigitalRange(-(1 << 23), (1 << 23) - 1),
                    new PhysicalRange(-100_000, 100_000),
                    "",
                    ""));
        }
        return channels;
    }

    @Setup(Level.Invocation)
    public void begin() throws IOException {
        log = RecordingLog.create(folder, recordingId);
    }

    @TearDown(Level.Invocation)
    public void remove() throws IOException {
        log.close();
        RecordingLog.delete(folder, recordingId);
    }

    @TearDown
    public void removeFolder() throws IOException {
        Files.delete(folder);
    }

    /** Message to frame, and its place in the recording. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public long read() throws IOException {
        var sequence = new FrameSequence(recordingId);
        for (byte[] message : messages) {
            sequence.accept(((FrameMessage) WireCodec.decodeFromAgent(message)).frame());
        }
        return sequence.nextFrameIndex();
    }

    /** The same, and written to its log. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public long readAndWrite() throws IOException {
        var sequence = new FrameSequence(recordingId);
        for (byte[] message : messages) {
            Frame frame = ((FrameMessage) WireCodec.decodeFromAgent(message)).frame();
            sequence.accept(frame);
            log.append(frame);
        }
        return log.nextFrameIndex();
    }
}
