package org.neuroward.edf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Header and data records on their way to the disk. Annotations that found no room wait for a later record; what still waits
 * at the end makes the file be written again with more room.
 */
final class RecordFile implements Closeable {

    /** Holds the time and some forty words; most records need no more. */
    static final int USUAL_ANNOTATION_BYTES = 240;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final EdfLayout layout;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private final int sampleBytes;
    private final int annotationBytes;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private long records;

    private RecordFile(Path path, EdfLayout layout, int annotationBytes) throws IOException {
        this.path = path;
        this.layout = layout;
        this.sampleBytes = layout.duration().recordBytes(layout.bits24());
        this.annotationBytes = annotationBytes;
        this.buffer = ByteBuffer.allocate(Math.max(BUFFER_BYTES, sampleBytes + annotationBytes));
        byte[] header = HeaderWriter.header(layout, annotationBytes, -1, true);
        this.channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
        buffer.put(header);
    }

    /** Until it is closed, the file calls itself discontinuous with an unknown number of records, which is always true. */
    static RecordFile create(Path path, EdfLayout layout) throws IOException {
        var file = new RecordFile(path, layout, USUAL_ANNOTATION_BYTES);
        file.force();
        return file;
    }

    int sampleBytes() {
        return sampleBytes;
    }

    long records() {
        return records;
    }

    void annotate(byte[] tal) {
        waiting.add(tal);
        waitingBytes += tal.length;
    }

    /** For a remark that must stand in the next record, ahead of what waits. */
    void annotateFirst(byte[] tal) {
        waiting.addFirst(tal);
        waitingBytes += tal.length;
    }

    boolean annotationsWait() {
        return !waiting.isEmpty();
    }

    void append(byte[] samples, long onsetNanos) throws IOException {
        byte[] tals = new byte[annotationBytes];
        byte[] time = TalBytes.timeKeeping(onsetNanos);
        System.arraycopy(time, 0, tals, 0, time.length);
        addWaiting(tals, time.length);
        append(samples, tals);
    }

    /** Fills the rest of {@code tals} with as many waiting lists as fit. */
    private void addWaiting(byte[] tals, int from) {
        int used = from;
        while (!waiting.isEmpty() && used + waiting.peek().length <= tals.length) {
            byte[] tal = waiting.remove();
            waitingBytes -= tal.length;
            System.arraycopy(tal, 0, tals, used, tal.length);
            used += tal.length;
        }
    }

    private void append(byte[] samples, byte[] tals) throws IOException {
        if (buffer.remaining() < samples.length + tals.length) {
            flush();
        }
        buffer.put(samples).put(tals);
        records++;
    }

    void force() throws IOException {
        flush();
        channel.force(true);
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** States the number of records; the data are on the disk before the header speaks of them. */
    void finish(boolean discontinuous) throws IOException {
        force();
        if (annotationsWait()) {
            rewriteWithRoom(discontinuous);
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(HeaderWriter.header(layout, annotationBytes, records, discontinuous));
        while (header.hasRemaining()) {
            channel.write(header, header.position());
        }
        channel.force(true);
    }

    private void rewriteWithRoom(boolean discontinuous) throws IOException {
        Path wider = path.resolveSibling(path.getFileName() + ".wider");
        Files.deleteIfExists(wider);
        try (var copy = new RecordFile(wider, layout, annotationBytes + roomPerRecord())) {
            copy.waiting.addAll(waiting);
            copyRecords(copy);
            copy.finish(discontinuous);
            Files.move(wider, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            waiting.clear();
        } finally {
            Files.deleteIfExists(wider);
        }
    }

    /** An even share of what waits, plus the longest list, which may not be divided; whole samples. */
    private int roomPerRecord() {
        int longest = waiting.stream().mapToInt(tal -> tal.length).max().orElse(0);
        long room = waitingBytes / Math.max(1, records) + 1 + longest;
        int sample = layout.format().bytesPerSample();
        return Math.toIntExact((room + sample - 1) / sample * sample);
    }

    private void copyRecords(RecordFile copy) throws IOException {
        byte[] record = new byte[sampleBytes + annotationBytes];
        long headerBytes = HeaderField.FIXED_BYTES * (2L + layout.channels().size());
        for (long i = 0; i < records; i++) {
            ByteBuffer into = ByteBuffer.wrap(record);
            while (into.hasRemaining()) {
                channel.read(into, headerBytes + i * record.length + into.position());
            }
            byte[] tals = new byte[copy.annotationBytes];
            System.arraycopy(record, sampleBytes, tals, 0, annotationBytes);
            copy.addWaiting(tals, usedBytes(record));
            copy.append(java.util.Arrays.copyOf(record, sampleBytes), tals);
        }
    }

    /** Length of the lists in a record, without the zeros behind the last one's end. */
    private int usedBytes(byte[] record) {
        int end = record.length;
        while (record[end - 1] == 0) {
            end--;
        }
        return end + 1 - sampleBytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
