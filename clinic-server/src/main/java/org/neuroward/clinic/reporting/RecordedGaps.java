package org.neuroward.clinic.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.neuroward.edf.EdfRecording;
import org.neuroward.report.content.SessionFacts;
import org.neuroward.signal.Annotation;

/**
 * What is missing in a sealed recording: place and length from the file's own time-keeping, the cause from the remark that
 * the program wrote beside it. A person's marker of the same words makes no gap.
 */
final class RecordedGaps {

    /** As {@code LogRecording} writes it. */
    private static final Pattern REMARK = Pattern.compile("Gap: ([A-Z]+), \\d+ samples(, estimated)?");

    /** A remark stands at the gap's first sample; EDF+ rounds its time to less than this. */
    private static final Duration BESIDE = Duration.ofMillis(5);

    private RecordedGaps() {}

    static List<SessionFacts.Gap> of(Path sealedFile) {
        try (EdfRecording recording = EdfRecording.open(sealedFile)) {
            List<Annotation> remarks = recording.annotations();
            return IntStream.range(0, recording.channels().size())
                    .boxed()
                    .flatMap(channel -> ofChannel(recording, channel, remarks).stream())
                    .distinct()
                    .sorted(Comparator.comparingDouble(SessionFacts.Gap::startSeconds))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a recording that was scored must be readable", e);
        }
    }

    private static List<SessionFacts.Gap> ofChannel(EdfRecording recording, int channel, List<Annotation> remarks) {
        var rate = recording.channels().get(channel).rate();
        var gaps = new ArrayList<SessionFacts.Gap>();
        recording.gaps(channel).forEach(gap -> {
            Duration onset = rate.timeOf(gap.firstSample());
            Optional<Matcher> remark = remarks.stream()
                    .filter(one -> one.onset().minus(onset).abs().compareTo(BESIDE) <= 0)
                    .map(one -> REMARK.matcher(one.text()))
                    .filter(Matcher::matches)
                    .findFirst();
            gaps.add(new SessionFacts.Gap(
                    seconds(onset),
                    seconds(rate.timeOf(gap.count())),
                    remark.map(found -> found.group(1).toLowerCase(Locale.ROOT)).orElse("source"),
                    remark.map(found -> found.group(2) == null).orElse(true)));
        });
        return gaps;
    }

    private static double seconds(Duration span) {
        return span.toNanos() / 1e9;
    }
}
