package org.neuroward.agent.spool;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameMaker;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.SoundFrames;

/**
 * Finds what a run of lost frames held, from what stands before and behind it: how many samples of which stream. As many
 * frames take their place. Where two runs lie so close that one stream has no frame between them, all of its loss is told in
 * the first one that has a frame for it.
 */
final class Bridge {

    private static final String LOST_REMARK = "A remark may be missing here: the bedside disk was damaged.";

    private final SpooledRecording recording;
    private final long from;
    private final long[] before;
    private final long[] after;
    private final boolean[] certain;
    private final boolean[] seen;
    private boolean beyondNextLoss;
    private long end;
    private Optional<FrameTime> time = Optional.empty();

    private record Piece(int stream, long firstSample, long count) {}

    /** @param from first lost frame */
    Bridge(SpooledRecording recording, long from) throws IOException {
        this.recording = recording;
        this.from = from;
        this.after = recording.samples().stream().mapToLong(Long::longValue).toArray();
        this.before = new long[after.length];
        this.certain = new boolean[after.length];
        this.seen = new boolean[after.length];
        readBefore();
        lookAhead();
    }

    private void readBefore() throws IOException {
        try (SpoolReader reader = recording.read(0)) {
            while (reader.nextIndex() < from) {
                Frame frame = reader.next().orElseThrow(() -> new IOException("the log became shorter than " + from));
                if (isSamples(frame)) {
                    before[frame.stream()] = frame.header().position().endSample();
                }
            }
        }
    }

    private static boolean isSamples(Frame frame) {
        return frame.type() == FrameType.DATA || frame.type() == FrameType.GAP;
    }

    private void lookAhead() throws IOException {
        long memory = recording.store().firstInMemory();
        end = memory;
        long expected = -1;
        try (SoundFrames sound = SoundFrames.open(recording.plan().logs(), recording.recordingId(), from)) {
            for (Optional<Frame> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
                long index = frame.get().index();
                if (index >= memory) {
                    break;
                }
                beyondNextLoss |= expected >= 0 && index > expected;
                expected = index + 1;
                note(frame.get());
            }
        }
        beyondNextLoss |= expected >= 0 && expected < memory;
        for (long index = memory; index < recording.frames(); index++) {
            recording.store().inMemory(index).ifPresent(this::note);
        }
        for (int stream = 0; stream < seen.length; stream++) {
            certain[stream] |= !seen[stream] && !beyondNextLoss;
        }
    }

    private void note(Frame frame) {
        if (time.isEmpty()) {
            time = Optional.of(frame.header().time());
            end = frame.index();
        }
        if (isSamples(frame) && !seen[frame.stream()]) {
            seen[frame.stream()] = true;
            certain[frame.stream()] = !beyondNextLoss;
            after[frame.stream()] = frame.firstSample();
        }
    }

    /** One frame for each lost one, in order. */
    List<Frame> frames() throws IOException {
        long count = end - from;
        boolean endLost = recording.ended() && end == recording.frames();
        long samplesAndRemarks = endLost ? count - 1 : count;
        List<Piece> pieces = pieces(samplesAndRemarks);
        if (from == 0 || count < 1 || pieces.size() > samplesAndRemarks) {
            throw new IOException("frames " + from + " to " + (end - 1) + " of recording " + recording.recordingId()
                    + " are lost, and nothing can stand for them");
        }
        split(pieces, samplesAndRemarks);
        pieces.sort(Comparator.comparingInt(Piece::stream).thenComparingLong(Piece::firstSample));
        var maker = new FrameMaker(recording.recordingId(), from);
        var made = new ArrayList<Frame>();
        for (Piece piece : pieces) {
            var position = new FramePosition(piece.stream(), 0, piece.firstSample(), Math.toIntExact(piece.count()));
            made.add(make(maker, new Missing(GapCause.DISK), position));
        }
        while (made.size() < samplesAndRemarks) {
            made.add(make(maker, lostRemark(), FramePosition.at(0, before[0])));
        }
        if (endLost) {
            var last = new End(EndReason.DISK_FAILED, recording.samples());
            made.add(make(maker, last, FramePosition.at(0, after[0])));
        }
        return made;
    }

    private Frame make(FrameMaker maker, FrameContent content, FramePosition position) {
        return maker.make(content, position, time.orElseGet(recording::lastTime));
    }

    private Event lostRemark() {
        Duration onset =
                recording.description().layout().streams().getFirst().rate().timeOf(before[0]);
        return new Event(onset, Optional.empty(), LOST_REMARK, false);
    }

    /** Those that were surely lost here, then the others as long as there are frames for them. */
    private List<Piece> pieces(long most) {
        var pieces = new ArrayList<Piece>();
        for (boolean sure : new boolean[] {true, false}) {
            for (int stream = 0; stream < before.length; stream++) {
                boolean lost = after[stream] > before[stream] && certain[stream] == sure;
                if (lost && (sure || pieces.size() < most)) {
                    pieces.add(new Piece(stream, before[stream], after[stream] - before[stream]));
                }
            }
        }
        return pieces;
    }

    /** Cuts the longest pieces in two until there is one for each lost frame, as far as there are samples. */
    private static void split(List<Piece> pieces, long count) {
        while (pieces.size() < count) {
            Optional<Piece> longest =
                    pieces.stream().max(Comparator.comparingLong(Piece::count)).filter(piece -> piece.count() > 1);
            if (longest.isEmpty()) {
                return;
            }
            Piece piece = longest.get();
            long half = piece.count() / 2;
            pieces.remove(piece);
            pieces.add(new Piece(piece.stream(), piece.firstSample(), half));
            pieces.add(new Piece(piece.stream(), piece.firstSample() + half, piece.count() - half));
        }
    }
}
