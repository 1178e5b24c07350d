package org.neuroward.edf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A copy of an EDF or BDF file that names nobody: samples stay bit for bit, annotations keep onsets and durations, and every
 * text is a word of a closed list, a number, or gone. Patient and recording become EDF+'s {@code X}; date and time of day
 * become EDF's first midnight. The fraction of a second at which a file starts stays, because the records' times rest on it;
 * whole seconds, with which some writers tell the time of day there, are taken off all times. Bytes behind the last data
 * record are left out.
 *
 * @param replacedLabels channels that were numbered instead
 * @param omittedTexts descriptions of electrodes and filters that were left out
 * @param replacedAnnotations texts that became {@code X}
 */
public record Deidentification(int replacedLabels, int omittedTexts, long replacedAnnotations) {

    /**
     * Writes {@code output}, reads it again and checks it; only then it gets its name.
     *
     * @throws FileAlreadyExistsException when there is one of that name
     * @throws EdfFormatException when {@code input} is damaged, or an annotation with its time taken off has no room
     */
    public static Deidentification write(Path input, Path output) throws IOException {
        if (Files.exists(output, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(output.toString());
        }
        Path unchecked = Files.createTempFile(output.toAbsolutePath().getParent(), "neuroward", ".unchecked");
        try (EdfRecording recording = EdfRecording.open(input);
                FileBytes file = FileBytes.open(input)) {
            var writing = new Writing(recording, file);
            Deidentification done = writing.writeTo(unchecked);
            DeidentificationCheck.check(recording, file, unchecked);
            Files.move(unchecked, output);
            return done;
        } finally {
            Files.deleteIfExists(unchecked);
        }
    }

    private static final class Writing {

        private final EdfRecording recording;
        private final EdfHeader header;
        private final FileBytes file;
        private final TalParser parser = new TalParser();
        private final long wholeSecondsNanos;
        private final byte[] piece = new byte[1 << 18];
        private long replaced;

        Writing(EdfRecording recording, FileBytes file) {
            this.recording = recording;
            this.header = recording.header();
            this.file = file;
            long start = recording.startOffset().toNanos();
            this.wholeSecondsNanos = start - Math.floorMod(start, 1_000_000_000L);
        }

        Deidentification writeTo(Path path) throws IOException {
            var neutral = new NeutralHeader(header, file.read(0, header.headerBytes()));
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 18);
                out.write(neutral.compose(recording.records()));
                for (long record = 0; record < recording.records(); record++) {
                    writeRecord(record, out);
                }
                out.flush();
                channel.force(true);
            }
            return new Deidentification(neutral.replacedLabels(), neutral.omittedTexts(), replaced);
        }

        private void writeRecord(long record, OutputStream out) throws IOException {
            long start = header.headerBytes() + record * header.recordBytes();
            for (EdfSignal signal : header.signals()) {
                long length = (long) signal.samplesPerRecord() * header.format().bytesPerSample();
                if (signal.annotations()) {
                    out.write(neutral(file.read(start + signal.byteOffset(), Math.toIntExact(length)), record));
                } else {
                    copy(start + signal.byteOffset(), length, out);
                }
            }
        }

        private void copy(long from, long length, OutputStream out) throws IOException {
            for (long done = 0; done < length; done += piece.length) {
                int count = (int) Math.min(piece.length, length - done);
                file.read(from + done, piece, 0, count);
                out.write(piece, 0, count);
            }
        }

        private byte[] neutral(byte[] bytes, long record) throws EdfFormatException {
            byte[] neutral = new byte[bytes.length];
            int used = 0;
            for (Tal tal : parser.parse(bytes, 0, bytes.length)) {
                byte[] list =
                        TalBytes.list(tal.onsetNanos() - wholeSecondsNanos, tal.durationNanos(), texts(tal.texts()));
                if (used + list.length > neutral.length) {
                    throw new EdfFormatException(EdfProblem.ANNOTATION_ROOM, Map.of("record", record + 1));
                }
                System.arraycopy(list, 0, neutral, used, list.length);
                used += list.length;
            }
            return neutral;
        }

        private List<String> texts(List<String> texts) {
            var neutral = new ArrayList<String>();
            for (String text : texts) {
                boolean keep = NeutralText.neutralAnnotation(text);
                replaced += keep ? 0 : 1;
                neutral.add(keep ? text : NeutralText.UNKNOWN);
            }
            return neutral;
        }
    }
}
