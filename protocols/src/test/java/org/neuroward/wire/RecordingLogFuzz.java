package org.neuroward.wire;

import static org.neuroward.fuzz.WrongSuccess.require;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.neuroward.fuzz.FuzzInput;
import org.neuroward.fuzz.FuzzedReader;
import org.neuroward.signal.Segment;

/** A recording log of two segment files: read by a server that reports, and by an agent that wants to go on with it. */
public final class RecordingLogFuzz implements FuzzedReader {

    private static final String FOLDER = Frames.RECORDING + "/";
    private static final List<Frame> FRAMES = Frames.recording();
    private static final int FRAMES_IN_FIRST = 30;
    private static final String FIRST = name(0);
    private static final String SECOND = name(FRAMES_IN_FIRST);

    private static String name(int frame) {
        return FOLDER + Segments.path(Path.of(""), frame).getFileName();
    }

    @Override
    public String name() {
        return "recording-log";
    }

    @Override
    public List<FuzzInput> originals() {
        FuzzInput whole =
                FuzzInput.of(FIRST, bytes(0, FRAMES_IN_FIRST)).with(SECOND, bytes(FRAMES_IN_FIRST, FRAMES.size()));
        FuzzInput running = FuzzInput.of(FIRST, bytes(0, FRAMES_IN_FIRST)).with(SECOND, bytes(FRAMES_IN_FIRST, 60));
        return List.of(whole, running);
    }

    private static byte[] bytes(int from, int to) {
        var bytes = new ByteArrayOutputStream();
        FRAMES.subList(from, to).forEach(frame -> bytes.writeBytes(frame.encode()));
        return bytes.toByteArray();
    }

    @Override
    public List<Field> fields(FuzzInput original) {
        var fields = new ArrayList<Field>();
        for (String file : original.names()) {
            for (int start : starts(original.bytes(file))) {
                new FrameFuzz()
                        .fields(original)
                        .forEach(field -> fields.add(new Field(file, start + field.offset(), field.length())));
            }
        }
        return fields;
    }

    /** First bytes of the frames, by the lengths that they state, as far as those make sense. */
    private static List<Integer> starts(byte[] bytes) {
        var starts = new ArrayList<Integer>();
        int start = 0;
        while (start + Frame.HEADER_BYTES + Frame.TRAILER_BYTES <= bytes.length) {
            starts.add(start);
            int payload = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(start + 64);
            if (payload < 0 || payload > bytes.length) {
                break;
            }
            start += Frame.HEADER_BYTES + payload + Frame.TRAILER_BYTES;
        }
        return starts;
    }

    @Override
    public List<byte[]> words() {
        return new FrameFuzz().words();
    }

    @Override
    public void repair(FuzzInput damaged, Random random) {
        if (random.nextBoolean()) {
            return;
        }
        for (String file : damaged.names()) {
            byte[] bytes = damaged.bytes(file);
            List<Integer> starts = starts(bytes);
            for (int i = 0; i < starts.size(); i++) {
                int end = i + 1 < starts.size() ? starts.get(i + 1) : bytes.length;
                FrameFuzz.seal(bytes, starts.get(i), end - starts.get(i));
            }
        }
    }

    @Override
    public int weight() {
        return 1;
    }

    /** Segment files are read through a buffer of four of the largest frames, by each of several readers. */
    @Override
    public long allowedBytes(FuzzInput input) {
        return 40L * Frame.LARGEST_FRAME_BYTES + 512L * input.size();
    }

    @Override
    public boolean refuses(IOException e) {
        return e instanceof FrameException || e instanceof LogDamagedException || e instanceof NoSuchFileException;
    }

    @Override
    public void read(FuzzInput input, Path folder) throws IOException {
        IOException refusal = null;
        try {
            readRecording(input, folder);
        } catch (IOException e) {
            refusal = e;
        }
        try (RecordingLog log = RecordingLog.open(folder, Frames.RECORDING)) {
            require(log.nextFrameIndex() >= FRAMES_IN_FIRST, "frames of the last segment count from its name");
            require(log.cutBytes() <= Frame.LARGEST_FRAME_BYTES, "one frame at most is cut", log.cutBytes());
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    private static void readRecording(FuzzInput input, Path folder) throws IOException {
        try (LogRecording recording = LogRecording.open(folder, Frames.RECORDING, ZoneOffset.UTC)) {
            long stated = input.names().stream()
                    .mapToLong(file -> starts(input.bytes(file)).size())
                    .sum();
            require(recording.frames() >= 1 && recording.frames() <= stated, "frames are in the files", stated);
            require(recording.annotations().size() < recording.frames(), "events are frames");
            for (int channel = 0; channel < recording.channels().size(); channel++) {
                for (Segment segment : recording.segments(channel)) {
                    int[] counts = new int[(int) Math.min(segment.count(), 1000)];
                    require(segment.count() * 4 <= input.size(), "samples are in the files", segment);
                    recording.counts(channel, segment.endSample() - counts.length, counts);
                }
            }
        }
    }
}
