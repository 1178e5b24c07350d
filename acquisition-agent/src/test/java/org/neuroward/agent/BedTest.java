package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.neuroward.agent.device.Instruction;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.spool.Spool;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.Preview;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.FromServer.Prepare;
import org.neuroward.wire.FromServer.Start;
import org.neuroward.wire.LogReader;

class BedTest {

    private static final UUID SESSION = Bedsides.SESSION;
    private static final UUID OTHER = UUID.fromString("018f0000-aaaa-7bbb-8ccc-000000000000");
    private static final List<PlannedBlock> PLAN =
            List.of(new PlannedBlock("Eyes closed", 2), new PlannedBlock("Eyes open", 60));

    @TempDir
    Path folder;

    private final Scripted amplifier = new Scripted();
    private final List<FromAgent> said = new ArrayList<>();
    private Spool spool;
    private Bed bed;

    @BeforeEach
    void open() throws IOException {
        spool = Spool.open(folder.resolve("spool"));
        bed = Beds.bed(amplifier, spool, folder, said::add);
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
    }

    @Test
    void goesFromIdleOverPreparedRecordingAndUploadingBackToIdle() {
        prepare();
        start();
        amplifier.deliverTenths(5);
        bed.stop();
        amplifier.deliverTenths(10);
        bed.uploaded(recordingId());

        assertThat(said.stream().filter(State.class::isInstance).map(message -> ((State) message).state()))
                .containsExactly(AgentState.PREPARED, AgentState.RECORDING, AgentState.UPLOADING, AgentState.IDLE);
    }

    @Test
    void showsTheSignalWhilePreparedAndKeepsNothing() {
        prepare();

        amplifier.deliverTenths(2);

        assertThat(amplifier.run).isEqualTo(new Run.Preview());
        assertThat(said.stream().filter(Preview.class::isInstance)).hasSize(4);
        assertThat(spool.recordings()).isEmpty();
    }

    @Test
    void refusesASecondStart() {
        prepare();
        start();

        assertThat(start()).contains(CommandRefusal.BUSY);
        assertThat(bed.prepare(new Prepare(UUID.randomUUID(), OTHER))).contains(CommandRefusal.BUSY);
        assertThat(bed.release()).contains(CommandRefusal.BUSY);
        assertThat(spool.recordings()).hasSize(1);
    }

    @Test
    void startsOnlyTheSessionThatWasPrepared() {
        assertThat(start()).contains(CommandRefusal.NOT_PREPARED);

        bed.prepare(new Prepare(UUID.randomUUID(), OTHER));

        assertThat(start()).contains(CommandRefusal.NOT_PREPARED);
        assertThat(spool.recordings()).isEmpty();
    }

    @Test
    void refusesMarkerAndStopWithoutARecording() {
        prepare();

        assertThat(bed.marker("cough")).contains(CommandRefusal.NOT_RECORDING);
        assertThat(bed.stop()).contains(CommandRefusal.NOT_RECORDING);
    }

    @Test
    void releaseEndsThePreview() {
        prepare();

        assertThat(bed.release()).isEmpty();

        assertThat(amplifier.sink).isNull();
        assertThat(bed.phase()).isEqualTo(new Phase.Idle());
    }

    @Test
    void endsAtTheNextWholeSecondInEveryStream() throws IOException {
        prepare();
        start();
        amplifier.deliverTenths(13);
        bed.stop();

        amplifier.deliverTenths(20);

        End end = (End) frames().getLast().content();
        assertThat(end).isEqualTo(new End(EndReason.STOPPED, List.of(200L, 20L)));
        assertThat(samples(0)).isEqualTo(200);
        assertThat(samples(1)).isEqualTo(20);
    }

    @Test
    void aStopOnAWholeSecondEndsThere() throws IOException {
        prepare();
        start();
        amplifier.deliverTenths(20);

        bed.stop();

        assertThat(frames().getLast().content()).isEqualTo(new End(EndReason.STOPPED, List.of(200L, 20L)));
    }

    @Test
    void marksTheBlocksOfThePlanAtTheirFirstSamples() throws IOException {
        prepare();
        start();
        amplifier.deliverTenths(30);

        assertThat(amplifier.run)
                .isEqualTo(new Run.Session(
                        List.of(
                                new Instruction("Eyes closed", Duration.ZERO, Duration.ofSeconds(2)),
                                new Instruction("Eyes open", Duration.ofSeconds(2), Duration.ofSeconds(60))),
                        0));
        assertThat(events())
                .containsExactly(
                        new Event(Duration.ZERO, Optional.of(Duration.ofSeconds(2)), "Eyes closed", true),
                        new Event(Duration.ofSeconds(2), Optional.of(Duration.ofSeconds(60)), "Eyes open", true));
        Frame second = frames().stream()
                .filter(frame -> frame.type() == FrameType.EVENT)
                .toList()
                .getLast();
        assertThat(second.firstSample()).isEqualTo(200);
        assertThat(frames().get((int) second.index() + 1).firstSample()).isEqualTo(200);
    }

    @Test
    void marksNoBlockThatDidNotBegin() throws IOException {
        prepare();
        start();
        amplifier.deliverTenths(15);
        bed.stop();
        amplifier.deliverTenths(15);

        assertThat(events()).extracting(Event::text).containsExactly("Eyes closed");
    }

    @Test
    void aMarkerLiesAtTheNextSample() throws IOException {
        prepare();
        start();
        amplifier.deliverTenths(7);

        assertThat(bed.marker("咳嗽")).isEmpty();

        assertThat(events().getLast()).isEqualTo(new Event(Duration.ofMillis(700), Optional.empty(), "咳嗽", false));
    }

    @Test
    void aFailedAmplifierEndsTheRecordingWithWhatItHas() throws IOException {
        prepare();
        start();
        amplifier.deliverTenths(3);

        amplifier.sink.failed("unplugged");

        assertThat(frames().getLast().content()).isEqualTo(new End(EndReason.DEVICE_FAILED, List.of(30L, 3L)));
        assertThat(bed.phase()).isEqualTo(new Phase.Uploading(recordingId()));
    }

    @Test
    void doesNotWaitForEverForASilentAmplifierAfterAStop() throws IOException {
        prepare();
        start();
        amplifier.deliverTenths(3);
        bed.stop();
        bed.tick();
        assertThat(bed.phase()).isInstanceOf(Phase.Recording.class);

        amplifier.sleep(Duration.ofSeconds(4));
        bed.tick();

        assertThat(frames().getLast().content()).isEqualTo(new End(EndReason.STOPPED, List.of(30L, 3L)));
    }

    private Optional<CommandRefusal> prepare() {
        return bed.prepare(new Prepare(UUID.randomUUID(), SESSION));
    }

    private Optional<CommandRefusal> start() {
        return bed.start(new Start(UUID.randomUUID(), SESSION, PLAN));
    }

    private UUID recordingId() {
        return spool.recordings().getFirst().recordingId();
    }

    private List<Frame> frames() throws IOException {
        var frames = new ArrayList<Frame>();
        try (LogReader reader = LogReader.open(folder.resolve("spool"), recordingId(), 0)) {
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    private List<Event> events() throws IOException {
        var events = new ArrayList<Event>();
        for (Frame frame : frames()) {
            FrameContent content = frame.content();
            if (content instanceof Event event) {
                events.add(event);
            }
        }
        return events;
    }

    private long samples(int stream) throws IOException {
        return frames().stream()
                .filter(frame -> frame.type() == FrameType.DATA && frame.stream() == stream)
                .mapToLong(Frame::sampleCount)
                .sum();
    }
}
