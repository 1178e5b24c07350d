package org.neuroward.drill.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.agent.spool.Spool;
import org.neuroward.agent.spool.SpoolReader;
import org.neuroward.agent.spool.SpooledRecording;
import org.neuroward.drill.bed.SignalPattern;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FrameException;
import org.neuroward.wire.FrameSequence;
import org.neuroward.wire.GapCause;

/** A server that keeps every frame it was sent, in memory that no fault touches, and judges them. */
final class TrialServer {

    private final FrameSequence sequence;
    private final List<Frame> frames = new ArrayList<>();
    private long samples;
    private long wrongCounts;
    private long diskGapSamples;
    private long refused;

    TrialServer(UUID recordingId) {
        sequence = new FrameSequence(recordingId);
    }

    /** Takes all that may be sent, and acknowledges it. */
    void take(Spool spool, SpooledRecording recording) throws IOException {
        try (SpoolReader reader = recording.read(frames.size())) {
            while (reader.nextIndex() < recording.sendableFrames()) {
                Optional<Frame> frame = reader.next();
                if (frame.isEmpty()) {
                    break;
                }
                take(frame.get());
            }
        }
        spool.acknowledged(recording.recordingId(), frames.size());
    }

    private void take(Frame frame) throws IOException {
        try {
            sequence.accept(frame);
        } catch (FrameException e) {
            refused++;
            throw e;
        }
        frames.add(frame);
        SignalPattern pattern = frame.stream() == 0 ? TrialBed.FAST : TrialBed.SLOW;
        if (frame.content() instanceof Samples block) {
            wrongCounts += pattern.wrong(block, frame.firstSample());
            samples += frame.stream() == 0 ? frame.sampleCount() : 0;
        } else if (frame.content() instanceof Missing missing && frame.stream() == 0) {
            boolean disk = missing.cause() == GapCause.DISK || missing.cause() == GapCause.OVERFLOW;
            diskGapSamples += disk ? frame.sampleCount() : 0;
        }
    }

    /** Frames of {@code recording} that differ from what was sent with the same index before. */
    long differing(SpooledRecording recording) throws IOException {
        long differing = 0;
        try (SpoolReader reader = recording.read(0)) {
            for (Frame known : frames) {
                Optional<Frame> frame = reader.next();
                differing += frame.isPresent() && frame.get().equals(known) ? 0 : 1;
            }
        }
        return differing;
    }

    List<Frame> frames() {
        return frames;
    }

    /** Of stream 0, gaps included. */
    long length() {
        return sequence.streams() == 0 ? 0 : sequence.samples(0);
    }

    boolean ended() {
        return sequence.ended();
    }

    /** Of stream 0, that are there. */
    long samples() {
        return samples;
    }

    long wrongCounts() {
        return wrongCounts;
    }

    /** Samples of stream 0 that stand in a gap because of a disk. */
    long diskGapSamples() {
        return diskGapSamples;
    }

    long refused() {
        return refused;
    }
}
