package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.Segment;

/** Gaps of every length and place go into a file and come out of it; no sample is invented, none is lost. */
class GapsTest {

    private static final int HERTZ = 8;

    @TempDir
    Path folder;

    /** From single samples up to whole records and beyond, on and off the borders of the records of one second. */
    static Stream<Arguments> stretches() {
        var cases = new ArrayList<Arguments>();
        for (int before : new int[] {1, 3, 7, 8, 9, 16, 21}) {
            for (int gap : new int[] {1, 2, 5, 7, 8, 9, 15, 16, 17, 80, 80_001}) {
                for (int after : new int[] {1, 8, 13}) {
                    cases.add(Arguments.of(before, gap, after));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} samples, {1} missing, {2} samples")
    @MethodSource("stretches")
    void aGapComesBackWhereItWas(int before, int gap, int after) throws IOException {
        List<Segment> stretches = List.of(new Segment(0, before), new Segment(before + gap, after));

        EdfRecording recording = writeAndRead(List.of(HERTZ), List.of(stretches), 1);

        assertSame(recording, List.of(stretches));
    }

    @ParameterizedTest(name = "{0} samples, {1} missing, {2} samples")
    @MethodSource("stretches")
    void aRecordDurationThatDividesTheStretchesChangesNothing(int before, int gap, int after) throws Exception {
        List<Segment> stretches = List.of(new Segment(0, before), new Segment(before + gap, after));
        RecordDuration duration = RecordDuration.choose(
                List.of(new SamplingRate(HERTZ)), true, List.of(List.of((long) before, (long) after)));

        EdfRecording recording = writeAndRead(List.of(HERTZ), List.of(stretches), duration, 3);

        assertSame(recording, List.of(stretches));
        if (before % 8 == 0 && after % 8 == 0) {
            assertThat(recording.notices()).isEmpty();
        }
    }

    @Test
    void aLeadingGapMovesTheStartByWholeRecordsAndKeepsItsRest() throws IOException {
        EdfRecording recording = writeAndRead(List.of(HERTZ), List.of(List.of(new Segment(83, 16))), 1);

        // 83 samples at 8 Hz are ten records of a second, and three samples.
        assertThat(recording.startOffset()).isEqualTo(Duration.ofSeconds(10));
        assertThat(recording.segments(0)).containsExactly(new Segment(3, 16));
        assertThat(Counts.all(recording, 0)).containsExactly(WriterTest.counting(83, 16));
    }

    @Test
    void oneSignalMayMissWhatAnotherHas() throws IOException {
        List<List<Segment>> stretches = List.of(
                List.of(new Segment(0, 80), new Segment(800, 40)),
                List.of(new Segment(0, 20), new Segment(100, 12), new Segment(205, 5)));

        EdfRecording recording = writeAndRead(List.of(8, 2), stretches, 1);

        assertSame(recording, stretches);
        assertThat(recording.header().format()).isEqualTo(EdfFormat.BDF_PLUS_D);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyPatternOfGapsInAnySignalsComesBack(long seed) throws IOException {
        var random = new Random(seed);
        List<Integer> rates = List.of(200, 200, 25, 1);
        var stretches = new ArrayList<List<Segment>>();
        for (int rate : rates) {
            var own = new ArrayList<Segment>();
            long next = 0;
            for (int i = 0; i < 20; i++) {
                long count = 1 + random.nextInt(3 * rate);
                own.add(new Segment(next, count));
                next += count + 1 + (long) (Math.pow(10, random.nextDouble() * 3) * rate / 10);
            }
            stretches.add(own);
        }

        EdfRecording recording = writeAndRead(rates, stretches, 1 + random.nextInt(50));

        assertSame(recording, stretches);
    }

    @Test
    void paddingIsAnnotatedForOtherProgramsAndInvisibleInOurs() throws IOException {
        EdfRecording recording = writeAndRead(List.of(HERTZ), List.of(List.of(new Segment(0, 12))), 1);

        assertThat(recording.samples(0)).isEqualTo(12);
        assertThat(recording.annotations()).isEmpty();
        assertThat(recording.header().format()).isEqualTo(EdfFormat.BDF_PLUS_C);
        assertThat(recording.notices()).extracting(EdfNotice::kind).containsExactly(EdfNotice.Kind.PADDING_LEFT_OUT);
        assertThat(new String(java.nio.file.Files.readAllBytes(folder.resolve("gaps.bdf"))))
                .contains("+1.5\u00150.5\24Neuroward: padding, not recorded, signals 1-1\24");
    }

    private static void assertSame(EdfRecording recording, List<List<Segment>> stretches) throws IOException {
        for (int channel = 0; channel < stretches.size(); channel++) {
            assertThat(recording.segments(channel)).isEqualTo(stretches.get(channel));
            int[] expected = stretches.get(channel).stream()
                    .flatMapToInt(
                            s -> java.util.Arrays.stream(WriterTest.counting((int) s.firstSample(), (int) s.count())))
                    .toArray();
            assertThat(Counts.all(recording, channel)).containsExactly(expected);
        }
        assertThat(recording.annotations())
                .containsExactly(new Annotation(Duration.ofMillis(500), Optional.empty(), "here"));
    }

    private EdfRecording writeAndRead(List<Integer> rates, List<List<Segment>> stretches, int piece)
            throws IOException {
        var duration = new RecordDuration(java.math.BigDecimal.ONE, rates);
        return writeAndRead(rates, stretches, duration, piece);
    }

    /** Each sample's count is its own number. The signals advance in turns, {@code piece} samples at a time. */
    private EdfRecording writeAndRead(
            List<Integer> rates, List<List<Segment>> stretches, RecordDuration duration, int piece) throws IOException {
        Path path = folder.resolve("gaps.bdf");
        List<Channel> channels = rates.stream().map(GapsTest::channel).toList();
        var layout = new EdfLayout(true, Optional.empty(), "X", channels, duration);
        try (EdfWriter writer = EdfWriter.create(path, layout)) {
            if (stretches.getFirst().getFirst().firstSample() == 0
                    && stretches.getFirst().size() > 1) {
                writer.annotate(new Annotation(Duration.ofMillis(500), Optional.empty(), "here"));
            }
            for (int stretch = 0; stretch < 20; stretch++) {
                for (int channel = 0; channel < rates.size(); channel++) {
                    if (stretch < stretches.get(channel).size()) {
                        append(writer, channel, stretches.get(channel), stretch, piece);
                    }
                }
            }
            writer.finish();
        }
        return EdfRecording.open(path);
    }

    private static void append(EdfWriter writer, int channel, List<Segment> stretches, int i, int piece)
            throws IOException {
        Segment stretch = stretches.get(i);
        long before = i == 0 ? 0 : stretches.get(i - 1).endSample();
        writer.skip(channel, stretch.firstSample() - before);
        for (long at = stretch.firstSample(); at < stretch.endSample(); at += piece) {
            int length = (int) Math.min(piece, stretch.endSample() - at);
            writer.append(channel, WriterTest.counting((int) at, length), 0, length);
        }
    }

    private static Channel channel(int hertz) {
        return new Channel(
                "EEG Cz",
                ChannelKind.EEG,
                "uV",
                new SamplingRate(hertz),
                new DigitalRange(-8_388_608, 8_388_607),
                new PhysicalRange(-100, 100),
                "",
                "");
    }
}
