package org.neuroward.lsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.lsl.StampProcessing.Step;

class TimeTest {

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The answer was captured from liblsl 1.17.7. */
    @Test
    void aCapturedAnswerIsRead() {
        byte[] captured = ascii(" 7 12.5 6176.768095203 6176.768143785");

        TimeMessage.Answer answer = TimeMessage.read(captured, captured.length).orElseThrow();

        assertThat(answer).isEqualTo(new TimeMessage.Answer(7, 12.5, 6176.768095203, 6176.768143785));
        assertThat(answer.roundTrip(12.501)).isEqualTo(0.001 - 0.000048582, within(1e-12));
        assertThat(answer.offset(12.501)).isEqualTo((6164.268095203 + 6164.267143785) / 2, within(1e-9));
    }

    @Test
    void aQuestionGetsItsWaveAndTimeBack() {
        byte[] question = ascii("LSL:timedata\r\n7 12.5\r\n");

        byte[] answer =
                TimeMessage.answer(question, question.length, 100.25, 100.5).orElseThrow();

        assertThat(new String(answer, StandardCharsets.US_ASCII))
                .isEqualTo(" 7 12.5 100.250000000000000 100.500000000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LSL:timedata\r\n",
                "LSL:timedata\r\nx 1\r\n",
                "LSL:timedata\r\n1 NaN\r\n",
                "LSL:timedata\r\n1 2 3\r\n",
                "LSL:shortinfo\r\n1 2\r\n",
                ""
            })
    void whatIsNoQuestionForTheTimeGetsNoAnswer(String text) {
        assertThat(TimeMessage.answer(ascii(text), text.length(), 1, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1 2 3", " 1 2 3 x", " -1 2 3 4", " 99999999999 1 2 3", " 1 2 3 4 5", " 1 NaN 2 3"})
    void whatIsNoAnswerIsNotRead(String text) {
        assertThat(TimeMessage.read(ascii(text), text.length())).isEmpty();
    }

    /** The outlet's clock is 5 s ahead and runs 100 ppm fast: the correction follows it. */
    @Test
    void aClockThatIsAheadAndDriftsIsCorrected() throws Exception {
        NetworkSettings network = TestPorts.network();
        long start = System.nanoTime();
        var kind = new StreamKind("clock", "EEG", 1, ChannelFormat.FLOAT32, "clock", 250);

        try (var outlet = Outlet.open(
                        kind,
                        Element.of("desc"),
                        OutletSettings.loopback(network),
                        () -> System.nanoTime() + 5_000_000_000L + (System.nanoTime() - start) / 10_000);
                var inlet = Inlet.start(
                        new StreamTarget.Known(outlet.place()), InletSettings.of(network), new HeardStream())) {
            HeardStream.awaitTrue("a correction", () -> inlet.findCorrection().isPresent());
            TimeCorrection correction = inlet.findCorrection().orElseThrow();

            double drift = (correction.measuredSeconds() - start / 1e9) * 1e-4;
            assertThat(correction.correctionSeconds())
                    .isEqualTo(-5 - drift, within(correction.uncertaintySeconds() + 1e-4));
            assertThat(correction.uncertaintySeconds()).isBetween(0.0, 0.05);
        }
    }

    @Test
    void aStampOnTheLineStaysOnIt() {
        var dejitter = new Dejitter(250);
        for (int i = 0; i < 1000; i++) {
            assertThat(dejitter.smooth(1000.5 + i / 250.0)).isEqualTo(1000.5 + i / 250.0, within(1e-6));
        }
    }

    /** Uniform jitter of ±5 ms has 2.9 ms of deviation; the line's own error after n samples is about 2/√n of that. */
    @Test
    void jitterIsSmoothedAndLostSamplesDoNotBendTheLine() {
        long seed = 4711;
        var random = new Random(seed);
        var dejitter = new Dejitter(250);
        long index = 0;
        double worst = 0;
        for (int i = 0; i < 20_000; i++) {
            if (i == 15_000) {
                dejitter.skip(500);
                index += 500;
            }
            double truth = 77 + index++ / 250.0;
            double smooth = dejitter.smooth(truth + (random.nextDouble() - 0.5) * 0.01);
            worst = i > 10_000 ? Math.max(worst, Math.abs(smooth - truth)) : 0;
        }
        assertThat(worst).as("seed " + seed).isLessThan(0.0005);
    }

    @Test
    void stepsAreAppliedInTheirOrder() {
        var all = new StampProcessing(EnumSet.of(Step.CLOCK_SYNC, Step.MONOTONIZE), 0);
        all.correct(new TimeCorrection(1, -5, 0.001), 1);

        assertThat(all.process(105)).isEqualTo(100);
        assertThat(all.process(104)).isEqualTo(100);
        // Too soon after the last one, and after too few samples.
        all.correct(new TimeCorrection(1.1, -6, 0.001), 1.1);
        assertThat(all.process(106)).isEqualTo(101);
        all.newClock();
        assertThat(new StampProcessing(Set.of(), 250).process(9)).isEqualTo(9);
    }
}
