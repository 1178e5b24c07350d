package org.neuroward.drill.clock;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.neuroward.wire.DeviceClock;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.ClockReading;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FrameSequence;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.LogReader;
import org.neuroward.wire.RecordingLog;

/** What one recording tells, compared with what the drill knows. */
final class Findings {

    final Scenario scenario;
    long samples;
    long gaps;

    /** Samples that do not follow the one before, with no gap between them. */
    long misplaced;

    /** Gaps that are not where a sleep was, or have another cause; sleeps without a gap. */
    long wrongGaps;

    long exactGaps;

    /** Samples by which gaps that call themselves exact are wrong, together. */
    long exactErrorSamples;

    /** The largest error of an estimated gap. */
    double estimatedErrorSeconds;

    long readings;

    /** Estimates of the rate whose stated error does not reach to the truth. */
    long readingsOutside;

    /** Of the estimates that state an error below 20 ppm. */
    double driftErrorPpm;

    double bestStatedPpm = Double.POSITIVE_INFINITY;

    private final CountingDevice device;
    private final List<Long> lastBefore;
    private long lastValue = -1;
    private Optional<Frame> openGap = Optional.empty();

    private Findings(Scenario scenario, CountingDevice device, List<Long> lastBefore) {
        this.scenario = scenario;
        this.device = device;
        this.lastBefore = lastBefore;
    }

    /** @param lastBefore number of the last sample before each sleep */
    static Findings of(Scenario scenario, CountingDevice device, List<Long> lastBefore, Path spool) throws IOException {
        var findings = new Findings(scenario, device, lastBefore);
        var recordingId = RecordingLog.list(spool).getFirst();
        var sequence = new FrameSequence(recordingId);
        try (LogReader reader = LogReader.open(spool, recordingId, 0)) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                sequence.accept(frame.get());
                findings.add(frame.get());
            }
        }
        findings.wrongGaps += Math.abs(scenario.sleeps() - findings.gaps);
        return findings;
    }

    private void add(Frame frame) throws IOException {
        FrameContent content = frame.content();
        if (content instanceof Samples samples) {
            add(samples);
        } else if (content instanceof Missing) {
            gaps++;
            openGap = Optional.of(frame);
        } else if (content instanceof ClockReading reading && reading.device().isPresent()) {
            compare(reading.device().get());
        }
    }

    private void add(Samples block) throws IOException {
        if (openGap.isPresent()) {
            compare(openGap.get(), block.count(0));
            openGap = Optional.empty();
        } else if (lastValue >= 0 && block.count(0) != lastValue + 1) {
            misplaced++;
        }
        for (int i = 1; i < block.size(); i++) {
            misplaced += block.count(i) == block.count(i - 1) + 1 ? 0 : 1;
        }
        samples += block.size();
        lastValue = block.count(block.size() - 1);
    }

    private void compare(Frame gap, long nextValue) throws IOException {
        var missing = (Missing) gap.content();
        if (missing.cause() != GapCause.SLEPT || !lastBefore.contains(lastValue)) {
            wrongGaps++;
        }
        long error = Math.abs(gap.sampleCount() - (nextValue - lastValue - 1));
        if (missing.exact()) {
            exactGaps++;
            exactErrorSamples += error;
        } else {
            estimatedErrorSeconds = Math.max(estimatedErrorSeconds, error / CountingDevice.NOMINAL_HERTZ);
        }
    }

    private void compare(DeviceClock clock) {
        readings++;
        double error = Math.abs(clock.effectiveHertz() / device.trueHertz() - 1) * 1e6;
        readingsOutside += error > clock.uncertaintyPpm() ? 1 : 0;
        bestStatedPpm = Math.min(bestStatedPpm, clock.uncertaintyPpm());
        if (clock.uncertaintyPpm() < 20) {
            driftErrorPpm = Math.max(driftErrorPpm, error);
        }
    }

    /** True when an estimated gap is no further off than its scenario allows. */
    boolean estimatesHold() {
        return Duration.ofNanos((long) (estimatedErrorSeconds * 1e9)).compareTo(scenario.bound()) <= 0;
    }
}
