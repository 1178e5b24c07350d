package org.neuroward.clinic.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameMaker;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.PatientClaim;
import org.neuroward.wire.WireCodec;

/** The frames of a small recording of two channels at 256 Hz, one after the other. */
public final class ScriptedRecording {

    public static final int BLOCK_SAMPLES = 16;

    private static final FrameTime NOW = new FrameTime(0, 0);

    private final UUID id = UUID.randomUUID();
    private final UUID sessionId;
    private final FrameMaker maker = new FrameMaker(id, 0);
    private Optional<PatientClaim> claim = Optional.empty();
    private String procedure = "";
    private boolean offline;
    private long nextSample;

    public ScriptedRecording(UUID sessionId) {
        this.sessionId = sessionId;
    }

    /** A recording that was begun at the bed without the server. */
    public static ScriptedRecording offline(PatientClaim claim, String procedure) {
        ScriptedRecording recording = new ScriptedRecording(UUID.randomUUID()).bearing(claim);
        recording.offline = true;
        recording.procedure = procedure;
        return recording;
    }

    /** The same, saying whose it is. */
    public ScriptedRecording bearing(PatientClaim numbers) {
        claim = Optional.of(numbers);
        return this;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID id() {
        return id;
    }

    public Frame description() {
        var content = new FrameContent.Description(
                sessionId, "test amplifier", Instant.now(), WireAgent.TWO_CHANNELS, true, claim, offline, procedure);
        return maker.make(content, FramePosition.at(0, 0), NOW);
    }

    /** The next block: a channel that counts up, one that counts down. */
    public Frame samples() {
        int[] counts = new int[2 * BLOCK_SAMPLES];
        for (int i = 0; i < BLOCK_SAMPLES; i++) {
            counts[2 * i] = (int) nextSample + i;
            counts[2 * i + 1] = -(int) nextSample - i;
        }
        var frame =
                maker.make(new FrameContent.Samples(counts), new FramePosition(0, 0, nextSample, BLOCK_SAMPLES), NOW);
        nextSample += BLOCK_SAMPLES;
        return frame;
    }

    public Frame end() {
        return maker.make(
                new FrameContent.End(EndReason.STOPPED, List.of(nextSample)), FramePosition.at(0, nextSample), NOW);
    }

    /** A message whose last byte a bad line has changed. */
    static byte[] damaged(Frame frame) {
        byte[] bytes = WireCodec.encode(FrameMessage.of(frame));
        bytes[bytes.length - 1] ^= 1;
        return bytes;
    }
}
