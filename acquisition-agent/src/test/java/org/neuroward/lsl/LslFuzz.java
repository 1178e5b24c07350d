package org.neuroward.lsl;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damaged bytes for all that reads what a peer sends: feeds, requests, replies, descriptions, questions, times. Input number
 * {@code n} of a seed is always the same. What is read is not judged, since plain feeds hold no redundancy; what must not happen
 * is any other exception than an {@link IOException}, or memory out of proportion.
 */
final class LslFuzz {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long ALLOWED_BYTES = 24L << 20;

    /** Reads bytes as one of the things that peers send. */
    private interface Reading {
        void read(byte[] bytes) throws IOException;
    }

    private record Subject(String name, byte[] sound, Reading reading) {}

    private final long seed;
    private final List<Subject> subjects = new ArrayList<>();
    private long refused;
    private long largestAllocation;

    LslFuzz(long seed) {
        this.seed = seed;
        for (ChannelFormat format : ChannelFormat.values()) {
            StreamDescription stream = InteropDescription.of(format);
            subjects.add(new Subject(
                    "feed " + format,
                    plain(stream, ByteOrder.LITTLE_ENDIAN),
                    bytes -> readPlain(stream, bytes, ByteOrder.LITTLE_ENDIAN)));
            subjects.add(new Subject(
                    "feed, big-endian " + format,
                    plain(stream, ByteOrder.BIG_ENDIAN),
                    bytes -> readPlain(stream, bytes, ByteOrder.BIG_ENDIAN)));
            subjects.add(new Subject("archive " + format, archive(stream), bytes -> readArchive(stream, bytes)));
        }
        StreamDescription stream = InteropDescription.of(ChannelFormat.FLOAT32);
        var query = new Query(stream);
        subjects.add(new Subject(
                "description", text(DescriptionWriter.fullXml(stream)), bytes -> DescriptionReader.read(text(bytes))));
        subjects.add(new Subject(
                "reply",
                text(new FeedReply("uid", ByteOrder.LITTLE_ENDIAN, 110, true).toText()),
                bytes -> FeedReply.read(input(bytes))));
        subjects.add(new Subject(
                "request",
                text(new FeedRequest("uid", ByteOrder.LITTLE_ENDIAN, 110, 100).toText(stream, "host")),
                LslFuzz::readRequest));
        subjects.add(new Subject(
                "question",
                text(
                        "LSL:shortinfo\r\nsession_id='default' and (type='EEG' or count(desc/channels/channel[label='C1'])>2)\r\n16600 1234\r\n"),
                bytes -> Question.read(bytes, bytes.length).ifPresent(question -> query.find(question.query()))));
        subjects.add(new Subject(
                "time asked",
                text("LSL:timedata\r\n42 12345.678\r\n"),
                bytes -> TimeMessage.answer(bytes, bytes.length, 1, 2)));
        subjects.add(new Subject(
                "time told", text(" 42 12345.678 1.5e3 1500.25"), bytes -> TimeMessage.read(bytes, bytes.length)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static FeedInput input(byte[] bytes) {
        return new FeedInput(new ByteArrayInputStream(bytes));
    }

    private static byte[] plain(StreamDescription stream, ByteOrder order) {
        boolean swaps = stream.kind().format().valueBytes() > 1;
        var out = new ByteArrayOutputStream();
        write(new PlainWriter(stream.kind().format(), swaps ? order : ByteOrder.LITTLE_ENDIAN), stream, out);
        return out.toByteArray();
    }

    private static byte[] archive(StreamDescription stream) {
        var out = new ByteArrayOutputStream();
        write(ArchiveWriter.open(stream, out), stream, out);
        return out.toByteArray();
    }

    private static void write(SampleWriter writer, StreamDescription stream, ByteArrayOutputStream out) {
        SampleBatch batch = InteropSamples.batch(stream.kind().format());
        for (int i = 0; i < 8; i++) {
            byte[] values = PlainValues.encode(batch, i, null);
            writer.write(batch.stamp(i), batch.isDeduced(i), values, values.length, out);
        }
    }

    private static void readPlain(StreamDescription stream, byte[] bytes, ByteOrder order) throws IOException {
        boolean swaps = stream.kind().format().valueBytes() > 1;
        readAll(new PlainReader(stream.kind(), swaps ? order : ByteOrder.LITTLE_ENDIAN), stream, input(bytes));
    }

    private static void readArchive(StreamDescription stream, byte[] bytes) throws IOException {
        FeedInput in = input(bytes);
        readAll(ArchiveReader.open(in, stream), stream, in);
    }

    /** Until the end of the bytes, which is an exception too. */
    private static void readAll(SampleReader reader, StreamDescription stream, FeedInput in) throws IOException {
        var batch = new SampleBatch(stream.kind().format(), stream.kind().channelCount(), 1);
        while (true) {
            reader.isReady(in);
            reader.read(in, batch);
            batch.clear();
        }
    }

    private static void readRequest(byte[] bytes) throws IOException {
        FeedInput in = input(bytes);
        String first = in.line();
        if (first.startsWith(FeedRequest.COMMAND + "/")) {
            FeedRequest.read(first, in, ChannelFormat.FLOAT32);
        }
    }

    /** Runs inputs {@code from} to {@code from + count}; throws on the first fault. */
    void run(long from, long count) {
        for (long number = from; number < from + count; number++) {
            var random = new Random(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
            Subject subject = subjects.get((int) (number % subjects.size()));
            byte[] damaged = damage(subject.sound(), random);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            read(subject, damaged, number);
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            largestAllocation = Math.max(largestAllocation, allocated);
            if (allocated > ALLOWED_BYTES) {
                throw fault(subject, number, new IllegalStateException("too much memory: " + allocated));
            }
        }
    }

    private void read(Subject subject, byte[] damaged, long number) {
        try {
            subject.reading().read(damaged);
        } catch (IOException e) {
            refused++;
        } catch (RuntimeException | Error e) {
            throw fault(subject, number, e);
        }
    }

    private AssertionError fault(Subject subject, long number, Throwable cause) {
        return new AssertionError(subject.name() + ", seed " + seed + ", input " + number, cause);
    }

    private static byte[] damage(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int times = 1 + random.nextInt(6);
        for (int i = 0; i < times && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(7)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 ->
                    bytes = spliced(bytes, at, Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length));
                case 4 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), (byte) -1);
                case 5 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), (byte) 0);
                default -> bytes = spliced(bytes, at, WORDS.get(random.nextInt(WORDS.size())));
            }
        }
        return bytes;
    }

    private static final List<byte[]> WORDS = List.of(
            text("\r\n"),
            text("\r\n\r\n"),
            text("99999999999999999999"),
            text("-1"),
            text("<!DOCTYPE a [<!ENTITY b \"c\">]>&b;"),
            text("<a><a><a>"),
            text("]]>"),
            text("//*[//*]"),
            text("((((((((("),
            text("4096"),
            new byte[] {8, -1, -1, -1, -1, -1, -1, -1, 127},
            new byte[] {4, -1, -1, -1, 127},
            new byte[] {4, 0, 0, 16, 0});

    private static byte[] spliced(byte[] bytes, int at, byte[] piece) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(piece);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    long refused() {
        return refused;
    }

    long largestAllocation() {
        return largestAllocation;
    }

    /** {@code --inputs N --seed S}. */
    public static void main(String[] arguments) {
        long inputs = 1_000_000;
        long seed = 1;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--inputs" -> inputs = Long.parseLong(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                default -> throw new IllegalArgumentException(arguments[i]);
            }
        }
        var fuzz = new LslFuzz(seed);
        long start = System.nanoTime();
        fuzz.run(0, inputs);
        System.out.printf(
                "lsl, seed %d: %d inputs in %.1f s, %d refused, no fault; most memory for one: %d bytes%n",
                seed, inputs, (System.nanoTime() - start) / 1e9, fuzz.refused(), fuzz.largestAllocation());
    }
}
