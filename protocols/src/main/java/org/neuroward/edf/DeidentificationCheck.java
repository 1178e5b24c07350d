package org.neuroward.edf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.neuroward.signal.Annotation;

/** Reads a de-identified file again, as a stranger would, and compares it with its original. */
final class DeidentificationCheck {

    private static final int PIECE_BYTES = 1 << 18;

    private final EdfRecording original;
    private final FileBytes originalBytes;
    private final EdfRecording written;
    private final FileBytes writtenBytes;

    private DeidentificationCheck(
            EdfRecording original, FileBytes originalBytes, EdfRecording written, FileBytes writtenBytes) {
        this.original = original;
        this.originalBytes = originalBytes;
        this.written = written;
        this.writtenBytes = writtenBytes;
    }

    /** @throws IllegalStateException when the file is not what it should be, which is a fault of this program */
    static void check(EdfRecording original, FileBytes originalBytes, Path path) throws IOException {
        try (EdfRecording written = EdfRecording.open(path);
                FileBytes writtenBytes = FileBytes.open(path)) {
            var check = new DeidentificationCheck(original, originalBytes, written, writtenBytes);
            check.header();
            check.signals();
            check.annotations();
            check.records();
        }
    }

    private void header() throws IOException {
        EdfHeader header = written.header();
        require(header.patient().equals("X X X X"), "patient");
        require(header.recording().equals("Startdate X X X X"), "recording");
        require(header.start().isEmpty() && header.startDate().equals("01.01.85"), "start");
        require(List.of("", "24BIT", header.format().label()).contains(header.reserved()), "reserved");
        require(header.format() == original.header().format(), "format");
        require(header.recordSeconds() == original.header().recordSeconds(), "record duration");
        require(written.records() == original.records(), "number of data records");
        require(
                writtenBytes.size() == header.headerBytes() + written.records() * header.recordBytes(),
                "size of the file");
        byte[] bytes = writtenBytes.read(1, header.headerBytes() - 1);
        for (byte b : bytes) {
            require(b >= ' ' && b <= '~', "printable ASCII");
        }
    }

    private void signals() {
        for (int i = 0; i < original.header().signals().size(); i++) {
            EdfSignal before = original.header().signals().get(i);
            EdfSignal after = written.header().signals().get(i);
            require(before.samplesPerRecord() == after.samplesPerRecord(), "samples per record");
            require(before.annotations() == after.annotations(), "kind of signal");
            require(
                    after.annotations()
                            || NeutralText.label(after.label(), i + 1).equals(after.label()),
                    "label");
            require(NeutralText.transducer(after.transducer()).equals(after.transducer()), "transducer");
            require(NeutralText.unit(after.unit()).equals(after.unit()), "unit");
            require(NeutralText.prefilter(after.prefilter()).equals(after.prefilter()), "prefilter");
            require(before.physicalMin() == after.physicalMin(), "physical minimum");
            require(before.physicalMax() == after.physicalMax(), "physical maximum");
            require(before.digitalMin() == after.digitalMin(), "digital minimum");
            require(before.digitalMax() == after.digitalMax(), "digital maximum");
        }
    }

    private void annotations() {
        List<Annotation> before = original.annotations();
        List<Annotation> after = written.annotations();
        require(before.size() == after.size(), "number of annotations");
        for (int i = 0; i < before.size(); i++) {
            Annotation one = before.get(i);
            Annotation other = after.get(i);
            require(one.onset().equals(other.onset()), "onset of an annotation");
            require(one.duration().equals(other.duration()), "duration of an annotation");
            require(NeutralText.neutralAnnotation(other.text()), "text of an annotation");
        }
    }

    /** Samples bit for bit; annotations byte by byte, as nothing but lists of neutral texts. */
    private void records() throws IOException {
        EdfHeader header = original.header();
        for (long record = 0; record < original.records(); record++) {
            long start = header.headerBytes() + record * header.recordBytes();
            for (EdfSignal signal : header.signals()) {
                long length = (long) signal.samplesPerRecord() * header.format().bytesPerSample();
                if (signal.annotations()) {
                    byte[] bytes = writtenBytes.read(start + signal.byteOffset(), Math.toIntExact(length));
                    require(nothingButNeutral(bytes), "bytes of annotations");
                } else {
                    samples(start + signal.byteOffset(), length);
                }
            }
        }
    }

    private void samples(long from, long length) throws IOException {
        for (long done = 0; done < length; done += PIECE_BYTES) {
            int count = (int) Math.min(PIECE_BYTES, length - done);
            byte[] before = originalBytes.read(from + done, count);
            require(Arrays.equals(before, writtenBytes.read(from + done, count)), "samples");
        }
    }

    private static boolean nothingButNeutral(byte[] bytes) {
        var parser = new TalParser();
        int used = 0;
        for (Tal tal : parser.parse(bytes, 0, bytes.length)) {
            if (!tal.texts().stream().allMatch(NeutralText::neutralAnnotation)) {
                return false;
            }
            byte[] list = TalBytes.list(tal.onsetNanos(), tal.durationNanos(), tal.texts());
            int end = Math.min(bytes.length, used + list.length);
            if (!Arrays.equals(list, Arrays.copyOfRange(bytes, used, end))) {
                return false;
            }
            used = end;
        }
        for (int i = used; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return parser.unreadable() == 0;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("a de-identified file did not pass its own check: " + what);
        }
    }
}
