package org.neuroward.resting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuroward.SharedData;
import org.neuroward.preparation.Progress;
import org.neuroward.recordingfile.RecordingFile;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;

/** A recording of floats, and its conversion to 16 bits by another program, give the same scores but for the rounding. */
class FloatRecordingScoreTest {

    private static final int NONE = -1;

    @Test
    void aDatasetScoresAsItsConversionDoes() throws IOException {
        ResultDocument floats = score(SharedData.file("resting/eeglab_data.set"), NONE);
        ResultDocument counts = score(SharedData.file("resting/eeglab_data.edf"), NONE);

        assertThat(floats.channelsUsed()).isEqualTo(counts.channelsUsed()).isNotEmpty();
        assertThat(floats.secondsUsed()).isEqualTo(counts.secondsUsed()).isPositive();
        assertThat(floats.results()).hasSameSizeAs(counts.results()).isNotEmpty();
        for (int i = 0; i < floats.results().size(); i++) {
            Result one = floats.results().get(i);
            Result other = counts.results().get(i);
            assertThat(one.code()).isEqualTo(other.code());
            assertThat(one.value().isPresent()).isEqualTo(other.value().isPresent());
            if (one.value().isPresent()) {
                double value = other.value().get();
                // A step of the conversion is 0.0025 to 0.017 µV; beside some 5 µV in a band, averaged over 170 s, that
                // is
                // a few 1e-5 of the power.
                assertThat(one.value().get()).as(one.code()).isCloseTo(value, within(1e-4 * Math.abs(value) + 1e-6));
            }
        }
    }

    @Test
    void aChannelOfNothingButNoNumbersIsLeftOutAndTakesNothingWithIt() throws IOException {
        ResultDocument document = score(SharedData.file("resting/eeglab_data.set"), 2);

        assertThat(document.channelsLeftOut()).contains(new ResultDocument.ChannelLeftOut("F3", "no-samples"));
        assertThat(document.secondsRecorded()).isEqualTo(238);
        assertThat(document.results()).isNotEmpty();
    }

    private static ResultDocument score(Path path, int silentChannel) throws IOException {
        try (RecordingFile file = RecordingFile.open(path)) {
            var input = new ResultDocument.Input("0".repeat(64), 1, file.format());
            return RestingAnalysis.score(
                    new Beginning(file.recording(), silentChannel), input, RestingParameters.defaults(), Progress.NONE);
        }
    }

    /** The conversion holds whole seconds only, and lacks the last 40 samples. */
    private record Beginning(Recording whole, int silentChannel) implements Recording {

        private static final long SAMPLES = 238 * 128;

        @Override
        public List<Channel> channels() {
            return whole.channels();
        }

        @Override
        public Optional<LocalDateTime> startTime() {
            return whole.startTime();
        }

        /** The conversion holds none. */
        @Override
        public List<Annotation> annotations() {
            return List.of();
        }

        @Override
        public long samples(int channel) {
            return Math.min(SAMPLES, whole.samples(channel));
        }

        @Override
        public List<Gap> gaps(int channel) {
            return channel == silentChannel ? List.of(new Gap(0, SAMPLES)) : whole.gaps(channel);
        }

        @Override
        public void counts(int channel, long firstSample, int[] into) throws IOException {
            whole.counts(channel, firstSample, into);
        }

        @Override
        public void microvolts(int channel, long firstSample, double[] into) throws IOException {
            whole.microvolts(channel, firstSample, into);
        }

        @Override
        public void close() throws IOException {
            whole.close();
        }
    }
}
