package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.spool.Spool;
import org.neuroward.signal.Annotation;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameSequence;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.FromServer.Prepare;
import org.neuroward.wire.FromServer.Start;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.LogReader;
import org.neuroward.wire.Losses;

/** What becomes of a recording whose agent was killed, whose computer slept, or whose amplifier stays away. */
class BedResumingTest {

    private static final List<PlannedBlock> PLAN =
            List.of(new PlannedBlock("Eyes closed", 1), new PlannedBlock("Eyes open", 5), new PlannedBlock("Rest", 60));

    @TempDir
    Path folder;

    private final Scripted amplifier = new Scripted();
    private final List<FromAgent> said = new ArrayList<>();
    private Spool spool;
    private Bed bed;

    @BeforeEach
    void record() throws IOException {
        open();
    }

    private void open() throws IOException {
        spool = Spool.open(folder.resolve("spool"));
        bed = Beds.bed(amplifier, spool, folder, said::add);
    }

    private void recordTenths(int tenths) {
        bed.prepare(new Prepare(UUID.randomUUID(), Bedsides.SESSION));
        bed.start(new Start(UUID.randomUUID(), Bedsides.SESSION, PLAN));
        amplifier.playTenths(tenths);
    }

    /** The agent dies without a word and starts again. */
    private void restart() throws IOException {
        amplifier.stop();
        spool.close();
        open();
        bed.resume();
        bed.tick();
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
    }

    @Test
    void aLiveDevicesDeadTimeIsAGapAndTheSameRecordingGoesOn() throws IOException {
        recordTenths(15);
        UUID recordingId = recordingId();
        amplifier.sleep(Duration.ofMillis(3_200));

        restart();
        amplifier.playTenths(20);
        stop();

        assertThat(recordingId()).isEqualTo(recordingId);
        assertThat(gaps(0)).containsExactly(new FramePosition(0, 0, 150, 320));
        assertThat(gaps(1)).containsExactly(new FramePosition(1, 0, 15, 32));
        assertThat(missing()).containsOnly(new Missing(GapCause.RESTARTED, false));
        assertThat(last()).isEqualTo(new End(EndReason.STOPPED, List.of(700L, 70L)));
        assertThat(said.getLast()).isEqualTo(new FromAgent.State(AgentState.UPLOADING, ""));
    }

    @Test
    void thePlanGoesOnWhereItsTimeIs() throws IOException {
        recordTenths(9);
        amplifier.sleep(Duration.ofMillis(2_100));

        restart();
        amplifier.playTenths(35);

        assertThat(events())
                .extracting(Event::text, Event::onset)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Eyes closed", Duration.ZERO),
                        org.assertj.core.groups.Tuple.tuple("Eyes open", Duration.ofSeconds(1)),
                        org.assertj.core.groups.Tuple.tuple("Rest", Duration.ofSeconds(6)));
    }

    @Test
    void aBlockThatWasMarkedJustBeforeTheEndIsNotMarkedTwice() throws IOException {
        recordTenths(10);
        cutAfterLastEvent();

        restart();
        amplifier.playTenths(5);

        assertThat(events()).extracting(Event::text).doesNotHaveDuplicates();
    }

    /** Leaves the first sample after the mark of the second block unwritten, as a kill at that instant does. */
    private void cutAfterLastEvent() {
        amplifier.sleep(Duration.ofMillis(10));
        var second =
                new FrameContent.Event(Duration.ofSeconds(1), Optional.of(Duration.ofSeconds(5)), "Eyes open", true);
        spool.recordings().getFirst().append(second, FramePosition.at(0, 100), new FrameTime(0, amplifier.nanos()));
    }

    @Test
    void aDevicesOwnCounterMakesTheGapExactHoweverLateItsSamplesCome() throws IOException {
        amplifier.counts = true;
        recordTenths(15);
        amplifier.sleep(Duration.ofMillis(3_200));

        restart();
        amplifier.sleep(Duration.ofMillis(70));
        amplifier.playTenths(5);

        assertThat(gaps(0)).containsExactly(new FramePosition(0, 0, 150, 320));
        assertThat(missing()).containsOnly(new Missing(GapCause.RESTARTED, true));
    }

    @Test
    void aCounterThatBeganAnewIsNotBelieved() throws IOException {
        amplifier.counts = true;
        recordTenths(15);
        amplifier.reboot(Duration.ofSeconds(30));

        restart();
        amplifier.playTenths(5);

        assertThat(missing()).containsOnly(new Missing(GapCause.RESTARTED, false));
        assertThat(gaps(0)).singleElement().satisfies(gap -> assertThat(gap.sampleCount())
                .isEqualTo(3_000));
    }

    @Test
    void acrossAStartOfTheComputerTheWallClockTellsTheDeadTime() throws IOException {
        recordTenths(15);
        amplifier.reboot(Duration.ofSeconds(90));

        restart();
        amplifier.playTenths(5);

        assertThat(gaps(0)).containsExactly(new FramePosition(0, 0, 150, 9_000));
    }

    @Test
    void aWallClockThatWasSetBackDoesNotTurnTimeRound() throws IOException {
        recordTenths(15);
        amplifier.reboot(Duration.ofHours(-1));

        restart();
        amplifier.playTenths(5);

        assertThat(gaps(0)).containsExactly(new FramePosition(0, 0, 150, 1));
    }

    @Test
    void aFileLosesNothing() throws IOException {
        amplifier.continuity = Continuity.REREADABLE;
        recordTenths(15);
        amplifier.deliverFast();
        amplifier.sleep(Duration.ofSeconds(20));

        restart();
        amplifier.playTenths(5);

        assertThat(amplifier.run).isEqualTo(session(Duration.ofMillis(1_500)));
        assertThat(gaps(0)).isEmpty();
        assertEverySampleIsItsIndex(200);
    }

    @Test
    void aFilesRemarkThatWasWrittenBeforeItsSamplesIsNotWrittenTwice() throws IOException {
        amplifier.continuity = Continuity.REREADABLE;
        recordTenths(15);
        amplifier.sink.annotation(new Annotation(Duration.ofMillis(1_550), Optional.empty(), "spike"));

        restart();
        amplifier.sink.annotation(new Annotation(Duration.ofMillis(50), Optional.empty(), "spike"));
        amplifier.sink.annotation(new Annotation(Duration.ofMillis(50), Optional.empty(), "spike"));

        // The second one is another one.
        assertThat(events().stream().filter(event -> event.text().equals("spike")))
                .hasSize(2)
                .allMatch(event -> event.onset().equals(Duration.ofMillis(1_550)));
    }

    @Test
    void aSimulatedPatientIsThatMuchLater() throws IOException {
        amplifier.continuity = Continuity.SIMULATED;
        recordTenths(15);
        amplifier.sleep(Duration.ofSeconds(2));

        restart();
        amplifier.playTenths(5);

        assertThat(amplifier.run).isEqualTo(session(Duration.ofMillis(3_500)));
        assertThat(gaps(0)).containsExactly(new FramePosition(0, 0, 150, 200));
        assertThat(missing()).containsOnly(new Missing(GapCause.RESTARTED, true));
        assertEverySampleIsItsIndex(400);
    }

    private Run.Session session(Duration at) {
        return new Run.Session(SessionNote.begin(PLAN, amplifier).instructions(), at.toNanos());
    }

    @Test
    void waitsForAnAmplifierThatIsNotThereYet() throws IOException {
        recordTenths(15);
        amplifier.there = false;

        restart();
        amplifier.sleep(Duration.ofMinutes(10));
        bed.tick();
        assertThat(bed.phase()).isInstanceOf(Phase.Recording.class);
        amplifier.there = true;
        bed.tick();
        amplifier.playTenths(5);

        assertThat(gaps(0)).containsExactly(new FramePosition(0, 0, 150, 60_000));
        assertThat(bed.losses()).isEqualTo(new Losses(60_000, 1, 0, 0, 0));
    }

    @Test
    void goesOnAfterASecondKillWhileItWaited() throws IOException {
        recordTenths(15);
        amplifier.there = false;
        restart();
        amplifier.sleep(Duration.ofSeconds(5));
        restart();
        amplifier.sleep(Duration.ofSeconds(5));
        amplifier.there = true;
        bed.tick();
        amplifier.playTenths(5);

        assertThat(gaps(0)).containsExactly(new FramePosition(0, 0, 150, 1_000));
    }

    @Test
    void endsWhenTheAmplifierStaysAwayForAnHour() throws IOException {
        recordTenths(15);
        amplifier.there = false;

        restart();
        amplifier.sleep(Duration.ofMinutes(61));
        bed.tick();

        assertThat(last()).isEqualTo(new End(EndReason.AGENT_RESTARTED, List.of(150L, 15L)));
    }

    @Test
    void endsWhenTheAmplifierFallsSilentForAnHour() throws IOException {
        recordTenths(15);

        amplifier.sleep(Duration.ofMinutes(59));
        bed.tick();
        assertThat(bed.phase()).isInstanceOf(Phase.Recording.class);
        amplifier.sleep(Duration.ofMinutes(2));
        bed.tick();

        assertThat(last()).isEqualTo(new End(EndReason.DEVICE_FAILED, List.of(150L, 15L)));
    }

    @Test
    void endsWhenTheAmplifierHasOtherChannels() throws IOException {
        recordTenths(15);
        amplifier.channels = List.of(Scripted.channel("Fp1", 100), Scripted.channel("Resp", 10));

        restart();

        assertThat(last()).isEqualTo(new End(EndReason.DEVICE_FAILED, List.of(150L, 15L)));
        assertThat(bed.phase()).isEqualTo(new Phase.Uploading(recordingId()));
    }

    @Test
    void honoursAStopThatWasAskedFor() throws IOException {
        recordTenths(15);
        bed.stop();

        restart();

        assertThat(last()).isEqualTo(new End(EndReason.STOPPED, List.of(150L, 15L)));
    }

    @Test
    void goesOnWithoutItsPlanWhenTheNoteIsUnreadable() throws IOException {
        recordTenths(5);
        try (var notes = Files.list(folder.resolve("sessions"))) {
            for (Path note : notes.toList()) {
                Files.writeString(note, "plan=2\nplan.0.text=\\uZZZZ\n");
            }
        }
        amplifier.sleep(Duration.ofSeconds(1));

        restart();
        amplifier.playTenths(20);

        assertThat(gaps(0)).containsExactly(new FramePosition(0, 0, 50, 100));
        assertThat(events()).extracting(Event::text).containsExactly("Eyes closed");
    }

    @Test
    void theNoteGoesWithTheRecording() throws IOException {
        recordTenths(5);
        stop();

        assertThat(folder.resolve("sessions")).isEmptyDirectory();
    }

    @Test
    void aSleepOfTheComputerIsAGapOfThatLength() throws IOException {
        recordTenths(15);
        amplifier.suspend(Duration.ofMinutes(5));

        bed.slept();
        amplifier.playTenths(5);

        assertThat(gaps(0)).containsExactly(new FramePosition(0, 0, 150, 30_000));
        assertThat(missing()).containsOnly(new Missing(GapCause.SLEPT, false));
    }

    @Test
    void twoSleepsAreTwoGaps() throws IOException {
        amplifier.counts = true;
        recordTenths(10);
        amplifier.suspend(Duration.ofSeconds(10));
        bed.slept();
        amplifier.playTenths(10);
        amplifier.suspend(Duration.ofSeconds(20));
        bed.slept();
        amplifier.playTenths(10);

        assertThat(gaps(0)).containsExactly(new FramePosition(0, 0, 100, 1_000), new FramePosition(0, 0, 1_200, 2_000));
        assertThat(missing()).containsOnly(new Missing(GapCause.SLEPT, true));
    }

    @Test
    void aWallClockThatIsSetChangesNothing() throws IOException {
        recordTenths(15);
        amplifier.setWall(Duration.ofHours(-1));
        amplifier.playTenths(15);
        amplifier.setWall(Duration.ofHours(2));
        amplifier.playTenths(10);

        assertThat(gaps(0)).isEmpty();
        assertEverySampleIsItsIndex(400);
    }

    private void stop() throws IOException {
        bed.stop();
        amplifier.playTenths(10);
    }

    private UUID recordingId() {
        return spool.recordings().getFirst().recordingId();
    }

    private List<Frame> frames() throws IOException {
        var sequence = new FrameSequence(recordingId());
        var frames = new ArrayList<Frame>();
        try (LogReader reader = LogReader.open(folder.resolve("spool"), recordingId(), 0)) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                sequence.accept(frame.get());
                frames.add(frame.get());
            }
        }
        return frames;
    }

    private FrameContent last() throws IOException {
        return frames().getLast().content();
    }

    private List<FramePosition> gaps(int stream) throws IOException {
        return frames().stream()
                .filter(frame -> frame.type() == FrameType.GAP && frame.stream() == stream)
                .map(frame -> frame.header().position())
                .toList();
    }

    private List<Missing> missing() throws IOException {
        var missing = new ArrayList<Missing>();
        for (Frame frame : frames()) {
            if (frame.content() instanceof Missing gap) {
                missing.add(gap);
            }
        }
        return missing;
    }

    private List<Event> events() throws IOException {
        var events = new ArrayList<Event>();
        for (Frame frame : frames()) {
            if (frame.content() instanceof Event event) {
                events.add(event);
            }
        }
        return events;
    }

    private void assertEverySampleIsItsIndex(long end) throws IOException {
        long reached = 0;
        for (Frame frame : frames()) {
            if (frame.content() instanceof Samples samples && frame.stream() == 0) {
                for (int i = 0; i < frame.sampleCount(); i++) {
                    assertThat(samples.count(2 * i)).isEqualTo((int) (frame.firstSample() + i));
                }
                reached = frame.firstSample() + frame.sampleCount();
            }
        }
        assertThat(reached).isEqualTo(end);
    }
}
