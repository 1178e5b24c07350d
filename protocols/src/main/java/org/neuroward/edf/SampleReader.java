package org.neuroward.edf;

import java.io.IOException;

/** Decodes samples of data records. Short reads keep the last data record at hand, for players that go channel by channel. */
final class SampleReader {

    private static final int KEPT_RECORD_BYTES = 1 << 20;
    private static final int PIECE_BYTES = 3 << 16;

    private final FileBytes file;
    private final EdfHeader header;
    private final int bytesPerSample;
    private byte[] piece = new byte[0];
    private byte[] kept = new byte[0];
    private long keptRecord = -1;

    SampleReader(FileBytes file, EdfHeader header) {
        this.file = file;
        this.header = header;
        this.bytesPerSample = header.format().bytesPerSample();
    }

    void read(EdfSignal signal, SampleMap.Position at, int[] into, int from, int count) throws IOException {
        long offset = signal.byteOffset() + (long) at.place() * bytesPerSample;
        if (count < signal.samplesPerRecord() && header.recordBytes() <= KEPT_RECORD_BYTES) {
            keep(at.record());
            decode(kept, (int) offset, into, from, count);
            return;
        }
        long start = header.headerBytes() + at.record() * header.recordBytes() + offset;
        int done = 0;
        while (done < count) {
            int samples = Math.min(count - done, PIECE_BYTES / bytesPerSample);
            if (piece.length < samples * bytesPerSample) {
                piece = new byte[samples * bytesPerSample];
            }
            file.read(start + (long) done * bytesPerSample, piece, samples * bytesPerSample);
            decode(piece, 0, into, from + done, samples);
            done += samples;
        }
    }

    private void keep(long record) throws IOException {
        if (record == keptRecord) {
            return;
        }
        keptRecord = -1;
        int length = (int) header.recordBytes();
        if (kept.length != length) {
            kept = new byte[length];
        }
        file.read(header.headerBytes() + record * header.recordBytes(), kept, length);
        keptRecord = record;
    }

    private void decode(byte[] bytes, int offset, int[] into, int from, int count) {
        int at = offset;
        for (int i = from; i < from + count; i++) {
            int low = bytes[at] & 0xFF;
            into[i] = bytesPerSample == 2
                    ? low | bytes[at + 1] << 8
                    : low | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] << 16;
            at += bytesPerSample;
        }
    }
}
