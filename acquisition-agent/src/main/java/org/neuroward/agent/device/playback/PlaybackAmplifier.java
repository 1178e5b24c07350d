package org.neuroward.agent.device.playback;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Pace;
import org.neuroward.agent.device.PacedSource;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Recording;

/**
 * Plays a recording. A session gets it once, from its first sample to its last, with its gaps and annotations; a preview gets
 * its samples again and again.
 */
public final class PlaybackAmplifier implements Amplifier {

    private final Recording recording;
    private final AmplifierDescription description;
    private final PacedSource source = new PacedSource("playback");
    private final Pace pace;

    /**
     * @param recording closed with this amplifier
     * @param name shown instead of the file's name, which may hold patient data
     */
    public PlaybackAmplifier(Recording recording, String name, boolean simulated, Pace pace) {
        this.recording = Objects.requireNonNull(recording);
        this.description = new AmplifierDescription(name, simulated, recording.channels());
        this.pace = pace;
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public Optional<AmplifierDescription> find() {
        return Optional.of(description);
    }

    @Override
    public Continuity continuity() {
        return Continuity.REREADABLE;
    }

    @Override
    public void start(Run run, SampleSink sink) {
        switch (run) {
            case Run.Preview preview ->
                source.start(new LoopedSlices(recording, BlockLength.SMOOTH), pace.forPreview(), sink);
            case Run.Session session ->
                source.start(new SessionSlices(recording, BlockLength.forSpeed(pace.speed()), session), pace, sink);
        }
    }

    @Override
    public void stop() {
        source.stop();
    }

    @Override
    public boolean measuresImpedance() {
        return false;
    }

    @Override
    public void measureImpedance(boolean on) {
        throw new UnsupportedOperationException("a file has no electrodes: " + name());
    }

    @Override
    public void close() {
        stop();
        try {
            recording.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
