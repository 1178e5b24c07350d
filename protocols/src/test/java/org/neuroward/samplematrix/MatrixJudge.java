package org.neuroward.samplematrix;

import static org.neuroward.fuzz.WrongSuccess.require;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.signal.RecordingNotice;
import org.neuroward.signal.Segment;

/** What must hold of every recording that a reader of matrices gives out, whatever its files held. */
public final class MatrixJudge {

    /** Samples that are looked at, at the beginning of each stretch. */
    private static final int COMPARED = 64;

    private final MatrixRecording recording;

    public MatrixJudge(Recording recording) {
        this.recording = (MatrixRecording) recording;
    }

    public void notices(List<? extends RecordingNotice> notices) {
        for (RecordingNotice notice : notices) {
            require(!notice.sentence(Locale.CHINESE).contains("{"), "a notice is a whole sentence", notice.code());
            require(!notice.sentence(Locale.ENGLISH).contains("{"), "a notice is a whole sentence", notice.code());
        }
    }

    /** The matrix lies within {@code data}, and the samples are its numbers, read once more in the plainest way. */
    public void data(byte[] data) throws IOException {
        MatrixShape shape = recording.matrix().shape();
        require(shape.numbers() * shape.format().bytes() <= data.length, "no byte is read that is not there", shape);
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        double[] number = new double[1];
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (long frame = 0; frame < Math.min(COMPARED, shape.frames()); frame++) {
                recording.matrix().read(channel, frame, number, 0, 1);
                long place =
                        shape.multiplexed() ? frame * shape.channels() + channel : channel * shape.frames() + frame;
                int at = (int) place * shape.format().bytes();
                double expected =
                        switch (shape.format()) {
                            case INT_16 -> bytes.getShort(at);
                            case INT_32 -> bytes.getInt(at);
                            case FLOAT_32 -> bytes.getFloat(at);
                            case FLOAT_64 -> bytes.getDouble(at);
                        };
                require(Double.compare(number[0], expected) == 0, "a number is that of the file", channel, frame);
            }
        }
    }

    public void recording() throws IOException {
        for (int channel = 0; channel < recording.channels().size(); channel++) {
            times(channel);
            for (Segment segment : recording.segments(channel)) {
                samples(channel, segment);
            }
        }
        double seconds =
                recording.samples(0) / recording.channels().getFirst().rate().hertz();
        for (Annotation annotation : recording.annotations()) {
            double onset = annotation.onset().toNanos() / 1e9;
            require(onset >= 0 && onset <= seconds, "an annotation lies within the recording", onset, seconds);
        }
    }

    private void times(int channel) {
        long next = 0;
        long missing = 0;
        for (Gap gap : recording.gaps(channel)) {
            require(gap.firstSample() >= next, "gaps ascend", channel, gap);
            next = gap.endSample() + 1;
            missing += gap.count();
        }
        long recorded =
                recording.segments(channel).stream().mapToLong(Segment::count).sum();
        require(recorded + missing == recording.samples(channel), "samples are recorded or missing", channel);
        require(recorded <= recording.matrix().shape().frames(), "nothing is recorded that is not stored", channel);
    }

    private void samples(int channel, Segment segment) throws IOException {
        Channel described = recording.channels().get(channel);
        int count = (int) Math.min(COMPARED, segment.count());
        int[] counts = new int[count];
        recording.counts(channel, segment.firstSample(), counts);
        if (described.findCalibration().isEmpty()) {
            return;
        }
        double[] microvolts = new double[count];
        recording.microvolts(channel, segment.firstSample(), microvolts);
        var calibration = described.calibration();
        double step = Math.abs(calibration.microvoltsPerCount());
        for (int i = 0; i < count; i++) {
            require(Double.isFinite(microvolts[i]), "a recorded sample is a number", channel, i);
            require(
                    counts[i] >= described.digital().min()
                            && counts[i] <= described.digital().max(),
                    "a count lies within its range",
                    counts[i]);
            double off = Math.abs(calibration.microvolts(counts[i]) - microvolts[i]);
            require(off <= 0.51 * step + 1e-9 * Math.abs(microvolts[i]), "a count is its sample", off, step);
        }
    }
}
