package org.neuroward.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.signal.SamplingRate;

/** One disturbance at a time on a quiet background; second 10 is disturbed, the others are not. */
class ArtifactDetectionTest {

    private static final int RATE = 256;
    private static final int SECONDS = 30;
    private static final int DISTURBED = 10;
    private static final SamplingRate SAMPLING_RATE = new SamplingRate(RATE);
    private static final List<String> NAMES = List.of("Fp1", "Fp2", "F7", "F8", "Cz", "C3", "C4", "O1", "O2");
    private static final List<Stretch> GAPLESS = List.of(new Stretch(0, RATE * SECONDS));
    private static final WindowGrid GRID = WindowGrid.over(GAPLESS, RATE);

    private final double[][] signal = background();
    private final double[][] unfiltered = background();

    @Test
    void aQuietSignalIsClean() {
        ArtifactFlags flags = detect();

        for (int c = 0; c < NAMES.size(); c++) {
            assertThat(flags.cleanPercent(c)).isEqualTo(100);
        }
    }

    @Test
    void moreThanHundredMicrovoltsFromPeakToPeakIsTooMuch() {
        add("O1", t -> 51 * Math.sin(2 * Math.PI * 2 * t / RATE));

        assertOnly("O1", Set.of(ArtifactKind.AMPLITUDE));
    }

    @Test
    void aJumpOfMoreThanFiftyMicrovoltsWithinEightMillisecondsIsAStep() {
        add("C3", t -> t >= RATE / 2 ? 60 * Math.exp(-(t - RATE / 2) / 10.0) : 0);

        assertThat(detect().of(NAMES.indexOf("C3"), DISTURBED)).contains(ArtifactKind.STEP);
    }

    @Test
    void aSlopeOfMoreThanFiftyMicrovoltsPerSecondIsDrift() {
        addUnfiltered("C4", t -> 60.0 * t / RATE);

        assertOnly("C4", Set.of(ArtifactKind.DRIFT));
    }

    @Test
    void aSlopeThatAllChannelsShareIsTheReferencesAlone() {
        for (String name : NAMES) {
            addUnfiltered(name, t -> 60.0 * t / RATE);
        }

        assertThat(detect().shares(everyChannel())).isEmpty();
    }

    @Test
    void aHeldValueIsFlat() {
        double[] channel = unfiltered[NAMES.indexOf("O2")];
        Arrays.fill(channel, DISTURBED * RATE + 40, DISTURBED * RATE + 67, 3.0);

        assertOnly("O2", Set.of(ArtifactKind.FLAT));
    }

    @Test
    void threeSamplesAtTheEndOfTheRangeAreClipped() {
        double[] channel = unfiltered[NAMES.indexOf("Cz")];
        Arrays.fill(channel, DISTURBED * RATE + 40, DISTURBED * RATE + 43, 500.0);

        assertOnly("Cz", Set.of(ArtifactKind.CLIPPING));
    }

    @Test
    void aBlinkIsSeenAtBothFrontalPolesAlone() {
        for (String name : List.of("Fp1", "Fp2")) {
            add(name, t -> 97 * Math.exp(-Math.pow((t - RATE / 2) / (0.09 * RATE), 2)));
        }

        ArtifactFlags flags = detect();

        assertThat(flags.of(0, DISTURBED)).contains(ArtifactKind.BLINK);
        assertThat(flags.of(1, DISTURBED)).contains(ArtifactKind.BLINK);
        assertThat(flags.isClean(NAMES.indexOf("Cz"), DISTURBED)).isTrue();
    }

    @Test
    void aFrontalDeflectionThatGoesDownIsNoBlink() {
        for (String name : List.of("Fp1", "Fp2")) {
            add(name, t -> -97 * Math.exp(-Math.pow((t - RATE / 2) / (0.09 * RATE), 2)));
        }

        assertThat(detect().of(0, DISTURBED)).doesNotContain(ArtifactKind.BLINK);
    }

    @Test
    void aGlanceMovesTheTemplesInOppositeDirections() {
        add("F7", t -> t > 64 && t < 192 ? 25 : 0);
        add("F8", t -> t > 64 && t < 192 ? -25 : 0);

        ArtifactFlags flags = detect();

        assertThat(flags.of(2, DISTURBED)).contains(ArtifactKind.LATERAL_EYE_MOVEMENT);
        assertThat(flags.of(3, DISTURBED)).contains(ArtifactKind.LATERAL_EYE_MOVEMENT);
    }

    @Test
    void fastActivityFarAboveTheSessionsUsualIsMuscle() {
        add("C3", t -> 15 * Math.sin(2 * Math.PI * 38 * t / RATE));

        assertThat(detect().of(NAMES.indexOf("C3"), DISTURBED)).containsExactly(ArtifactKind.MUSCLE);
    }

    @Test
    void aQuarterOfTheChannelsTooLargeAtOnceIsMovementOfAll() {
        for (String name : List.of("C3", "C4", "Cz")) {
            add(name, t -> 60 * Math.sin(2 * Math.PI * 2 * t / RATE));
        }

        ArtifactFlags flags = detect();

        for (int c = 0; c < NAMES.size(); c++) {
            assertThat(flags.of(c, DISTURBED)).contains(ArtifactKind.MOVEMENT);
        }
    }

    @Test
    void theYoungerThePersonTheLargerTheAmplitudeThatIsUsual() {
        add("O1", t -> 60 * Math.sin(2 * Math.PI * 2 * t / RATE));
        add("C4", t -> 85 * Math.sin(2 * Math.PI * 2 * t / RATE));

        assertThat(amplitudesFor(AgeGroup.ofYears(13))).containsExactly("C4", "O1");
        assertThat(amplitudesFor(AgeGroup.ofYears(12))).containsExactly("C4");
        assertThat(amplitudesFor(AgeGroup.ofYears(6))).containsExactly("C4");
        assertThat(amplitudesFor(AgeGroup.ofYears(5))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> AgeGroup.ofYears(-1));
    }

    private List<String> amplitudesFor(AgeGroup age) {
        ArtifactFlags flags = detect(detection().forAge(age));
        return NAMES.stream()
                .filter(name -> flags.has(NAMES.indexOf(name), DISTURBED, ArtifactKind.AMPLITUDE))
                .toList();
    }

    @Test
    void aTenthOfTheEarthsAccelerationIsMovementOfAll() {
        double[][] g = new double[3][RATE * SECONDS];
        Arrays.fill(g[2], 1);
        g[0][DISTURBED * RATE + 17] = 0.11;
        g[0][20 * RATE + 17] = 0.09;

        ArtifactFlags flags = detect(detection().withAcceleration(g));

        for (int c = 0; c < NAMES.size(); c++) {
            assertThat(flags.of(c, DISTURBED)).containsExactly(ArtifactKind.MOVEMENT);
            assertThat(flags.isClean(c, 20)).isTrue();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> detection().withAcceleration(new double[1][RATE]));
    }

    @Test
    void anEpochIsTakenWhenNoRequiredChannelShowsAnArtifact() {
        addUnfiltered("C4", t -> 60.0 * t / RATE);
        ArtifactFlags flags = detect();

        int[] withC4 = flags.cleanEpochs(GRID, List.of(NAMES.indexOf("C4"), NAMES.indexOf("C3")), 2, 2);
        int[] withoutC4 = flags.cleanEpochs(GRID, List.of(NAMES.indexOf("C3")), 2, 2);

        // second 10 lies in the epoch from 10 to 12: the run behind it begins at 11
        assertThat(withC4).hasSize(5 + 9).startsWith(0, 2 * RATE).contains(8 * RATE, 11 * RATE);
        assertThat(withoutC4).hasSize(15);
    }

    @Test
    void sharesAreThoseOfWindowsMostFrequentFirst() {
        add("O1", t -> 60 * Math.sin(2 * Math.PI * 2 * t / RATE));
        addUnfiltered("C4", t -> 60.0 * t / RATE);
        signal[NAMES.indexOf("O1")][20 * RATE + 5] = 200;

        List<ArtifactFlags.Share> shares = detect().shares(everyChannel());

        assertThat(shares.getFirst()).isEqualTo(new ArtifactFlags.Share(ArtifactKind.AMPLITUDE, 2.0 / SECONDS));
    }

    private ArtifactFlags detect() {
        return detect(detection());
    }

    private static ArtifactDetection detection() {
        return new ArtifactDetection(SAMPLING_RATE, GRID, new StretchFilter(GAPLESS));
    }

    private ArtifactFlags detect(ArtifactDetection detection) {
        List<WindowFacts> facts = Arrays.stream(unfiltered)
                .map(x -> WindowFacts.of(x, GRID, SAMPLING_RATE, -500, 500))
                .toList();
        return detection.detect(NAMES, signal, facts, RATE);
    }

    private void assertOnly(String channel, Set<ArtifactKind> kinds) {
        ArtifactFlags flags = detect();
        for (int c = 0; c < NAMES.size(); c++) {
            for (int w = 0; w < SECONDS; w++) {
                boolean disturbed = NAMES.get(c).equals(channel) && w == DISTURBED;
                assertThat(flags.of(c, w))
                        .as(NAMES.get(c) + " " + w)
                        .isEqualTo(disturbed ? kinds : Set.<ArtifactKind>of());
            }
        }
    }

    private void add(String channel, IntToDoubleFunction microvolts) {
        add(signal[NAMES.indexOf(channel)], microvolts);
    }

    private void addUnfiltered(String channel, IntToDoubleFunction microvolts) {
        add(unfiltered[NAMES.indexOf(channel)], microvolts);
    }

    /** @param microvolts of the sample within the disturbed second */
    private static void add(double[] x, IntToDoubleFunction microvolts) {
        for (int t = 0; t < RATE; t++) {
            x[DISTURBED * RATE + t] += microvolts.applyAsDouble(t);
        }
    }

    private static List<Integer> everyChannel() {
        return IntStream.range(0, NAMES.size()).boxed().toList();
    }

    /** White, 2 µV rms: no rule reacts to it. */
    private static double[][] background() {
        var random = new Random(7);
        double[][] background = new double[NAMES.size()][RATE * SECONDS];
        for (double[] channel : background) {
            for (int n = 0; n < channel.length; n++) {
                channel[n] = 2 * random.nextGaussian();
            }
        }
        return background;
    }
}
