package org.neuroward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Segment;

class LogRecordingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path logs;

    @BeforeEach
    void write() throws IOException {
        try (var log = RecordingLog.create(LogHome.growing(LogFiles.disk(), logs, 2000), Frames.RECORDING)) {
            for (Frame frame : Frames.recording()) {
                log.append(frame);
            }
        }
    }

    @Test
    void showsChannelsInTheSourcesOrderWithTheirOwnRates() throws IOException {
        try (var recording = LogRecording.open(logs, Frames.RECORDING, SHANGHAI)) {
            assertThat(recording.channels()).isEqualTo(Frames.DESCRIPTION.channels());
            assertThat(recording.samples(0)).isEqualTo(400);
            assertThat(recording.samples(1)).isEqualTo(200);
            assertThat(recording.samples(2)).isEqualTo(400);
            assertThat(recording.startTime()).contains(LocalDateTime.parse("2026-11-23T16:30:00.250"));
            assertThat(recording.end().orElseThrow().reason()).isEqualTo(EndReason.STOPPED);
        }
    }

    @Test
    void givesEveryCountBetweenTheGaps() throws IOException {
        try (var recording = LogRecording.open(logs, Frames.RECORDING, SHANGHAI)) {
            for (int channel = 0; channel < 3; channel++) {
                for (Segment segment : recording.segments(channel)) {
                    int[] counts = new int[(int) segment.count()];

                    recording.counts(channel, segment.firstSample(), counts);

                    for (int i = 0; i < counts.length; i++) {
                        assertThat(counts[i]).isEqualTo(Frames.count(channel, segment.firstSample() + i));
                    }
                }
            }
        }
    }

    @Test
    void joinsGapFramesThatTouch() throws IOException {
        try (var recording = LogRecording.open(logs, Frames.RECORDING, SHANGHAI)) {
            assertThat(recording.gaps(0)).isEqualTo(List.of(new Gap(100, 20)));
            assertThat(recording.gaps(1)).isEqualTo(List.of(new Gap(50, 10)));
        }
    }

    @Test
    void refusesToReadThroughAGapOrPastTheEnd() throws IOException {
        try (var recording = LogRecording.open(logs, Frames.RECORDING, SHANGHAI)) {
            assertThatThrownBy(() -> recording.counts(0, 95, new int[10]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("gap");
            assertThatThrownBy(() -> recording.counts(0, 395, new int[10]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("samples=400");
        }
    }

    @Test
    void aPlannedDurationEndsWithTheRecording() throws IOException {
        try (var recording = LogRecording.open(logs, Frames.RECORDING, SHANGHAI)) {
            assertThat(recording.annotations())
                    .containsExactly(
                            new Annotation(Duration.ZERO, Optional.of(Duration.ofSeconds(2)), "Eyes closed"),
                            new Annotation(Duration.ofMillis(1500), Optional.empty(), "眨眼"),
                            new Annotation(
                                    Duration.ofSeconds(2),
                                    Optional.empty(),
                                    "Impedance (6 nA, 31.2 Hz) kOhm: Fp1 4.7"));
        }
    }

    @Test
    void aFileSaysWhatTheElectrodesWereLikeAtTheStartAtTheEndAndOnceAMinute() throws IOException {
        UUID id = UUID.fromString("018f0000-3333-7333-8333-444455556666");
        var maker = new FrameMaker(id, 0);
        try (RecordingLog log = RecordingLog.create(logs, id)) {
            log.append(maker.make(Frames.DESCRIPTION, FramePosition.at(0, 0), Frames.TIME));
            for (int seconds : new int[] {0, 10, 59, 60, 90, 125, 130}) {
                var measured = new FrameContent.Impedances(List.of(
                        new Impedance(
                                "EEG Fp1",
                                OptionalDouble.of(4_000 + 100 * seconds),
                                Impedance.State.OK,
                                "6 nA, 31.2 Hz"),
                        new Impedance("EEG C3", OptionalDouble.empty(), Impedance.State.OVER, "6 nA, 31.2 Hz"),
                        new Impedance("O1", OptionalDouble.of(80), Impedance.State.BRIDGE, "6 nA, 31.2 Hz")));
                log.append(maker.make(measured, FramePosition.at(0, seconds * 200L), Frames.TIME));
            }
        }

        try (var recording = LogRecording.open(logs, id, SHANGHAI)) {
            assertThat(recording.impedances()).hasSize(7);
            assertThat(recording.annotations())
                    .extracting(Annotation::onset)
                    .containsExactly(
                            Duration.ZERO, Duration.ofSeconds(60), Duration.ofSeconds(125), Duration.ofSeconds(130));
            assertThat(recording.annotations().getFirst().text())
                    .isEqualTo("Impedance (6 nA, 31.2 Hz) kOhm: Fp1 4.0, C3 over, O1 bridge 0.1");
        }
    }

    @Test
    void tellsEveryLossWithItsCauseAndWhatElseWasNoted() throws IOException {
        try (var recording = LogRecording.open(logs, Frames.RECORDING, SHANGHAI)) {
            assertThat(recording.losses())
                    .filteredOn(loss -> loss.stream() == 0)
                    .containsExactly(
                            new LogRecording.Loss(0, 100, 10, new FrameContent.Missing(GapCause.SOURCE)),
                            new LogRecording.Loss(0, 110, 10, new FrameContent.Missing(GapCause.SOURCE)));
            assertThat(recording.tally()).isEqualTo(new FrameContent.Tally(3, 2, 1));
            assertThat(recording.impedances()).singleElement().satisfies(measured -> {
                assertThat(measured.sample()).isEqualTo(400);
                assertThat(measured.electrodes().getFirst().ohms()).hasValue(4700);
            });
        }
    }

    @Test
    void aFileSaysWhySamplesAreMissing() throws IOException {
        UUID id = UUID.fromString("018f0000-2222-7222-8333-444455556666");
        var maker = new FrameMaker(id, 0);
        try (RecordingLog log = RecordingLog.create(logs, id)) {
            log.append(maker.make(Frames.DESCRIPTION, FramePosition.at(0, 0), Frames.TIME));
            log.append(maker.make(
                    new FrameContent.Missing(GapCause.RECONNECTED, false),
                    new FramePosition(0, 0, 0, 300),
                    Frames.TIME));
            log.append(maker.make(
                    new FrameContent.Missing(GapCause.COUNTER), new FramePosition(0, 0, 300, 2), Frames.TIME));
        }

        try (var recording = LogRecording.open(logs, id, SHANGHAI)) {
            assertThat(recording.annotations())
                    .containsExactly(
                            new Annotation(
                                    Duration.ZERO,
                                    Optional.of(Duration.ofMillis(1500)),
                                    "Gap: RECONNECTED, 300 samples, estimated"),
                            new Annotation(
                                    Duration.ofMillis(1500),
                                    Optional.of(Duration.ofMillis(10)),
                                    "Gap: COUNTER, 2 samples"));
        }
    }
}
