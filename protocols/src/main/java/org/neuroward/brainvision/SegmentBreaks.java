package org.neuroward.brainvision;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.brainvision.BrainVisionNotice.Kind;
import org.neuroward.samplematrix.Break;
import org.neuroward.signal.SamplingRate;

/**
 * What the markers "New Segment" say: each stands where a recording was started or went on. Where the date of one is later than
 * the samples since the one before account for, the difference is a gap. Where dates are absent, run backwards or add
 * up to more than a year, it is not known how much is missing, and one sample stands for it: filters and epochs stop there.
 *
 * @param start of frame 0
 */
record SegmentBreaks(Optional<LocalDateTime> start, List<Break> breaks) {

    /** Stands for a start that nobody shall know, and lets the dates of later segments tell how far apart they lie. */
    static final LocalDateTime UNKNOWN_START = LocalDateTime.of(1985, 1, 1, 0, 0);

    /** The computer's clock gives the dates, the amplifier's the samples; they drift apart by less than this. */
    private static final double CLOCKS_DIFFER = 1e-4;

    /** A date is taken when the first block of samples arrives; its delay differs from time to time. */
    private static final double ARRIVAL_SECONDS = 0.1;

    private static final double YEAR_SECONDS = 366 * 86_400.0;

    /** Placed after the breaks of which nobody knows how long they were. */
    private static final long UNKNOWN = 1;

    static SegmentBreaks of(List<VisionMarker> markers, SamplingRate rate, long frames, Notices notices) {
        List<VisionMarker> starts = markers.stream()
                .filter(marker -> marker.isNewSegment() && marker.frame() < frames)
                .sorted(Comparator.comparingLong(VisionMarker::frame))
                .toList();
        var reading = new Reading(rate);
        starts.forEach(reading::add);
        reading.note(notices);
        boolean dated = !starts.isEmpty() && starts.getFirst().frame() == 0;
        Optional<LocalDateTime> start = dated ? starts.getFirst().date() : Optional.empty();
        return new SegmentBreaks(start.filter(date -> !date.equals(UNKNOWN_START)), List.copyOf(reading.breaks));
    }

    /** What is no longer may be the clocks' and not the recording's. */
    static double toleranceSeconds(double secondsSinceLast) {
        return ARRIVAL_SECONDS + CLOCKS_DIFFER * secondsSinceLast;
    }

    private static final class Reading {

        private final SamplingRate rate;
        private final List<Break> breaks = new ArrayList<>();
        private long frame;
        private Optional<LocalDateTime> date = Optional.empty();
        private int gaps;
        private long missing;
        private int unknown;
        private int continuous;

        Reading(SamplingRate rate) {
            this.rate = rate;
        }

        void add(VisionMarker segment) {
            // A second marker at one place says nothing new.
            if (segment.frame() > frame) {
                Optional<Double> late = lateSeconds(segment);
                if (late.isEmpty() || late.get() < -toleranceSeconds(segment) || isTooLong(late.get())) {
                    unknown++;
                    breaks.add(new Break(segment.frame(), UNKNOWN));
                } else if (late.get() > toleranceSeconds(segment)) {
                    gaps++;
                    long samples = Math.max(1, Math.round(late.get() * rate.hertz()));
                    missing += samples;
                    breaks.add(new Break(segment.frame(), samples));
                } else {
                    continuous++;
                }
            }
            if (segment.frame() > frame || date.isEmpty()) {
                frame = segment.frame();
                date = segment.date();
            }
        }

        /** All gaps together: no recording goes on for so long. */
        private boolean isTooLong(double lateSeconds) {
            return missing / rate.hertz() + lateSeconds > YEAR_SECONDS;
        }

        private Optional<Double> lateSeconds(VisionMarker segment) {
            if (date.isEmpty() || segment.date().isEmpty()) {
                return Optional.empty();
            }
            Duration between = Duration.between(date.get(), segment.date().get());
            return Optional.of(between.getSeconds() + between.getNano() / 1e9 - recordedSeconds(segment));
        }

        private double toleranceSeconds(VisionMarker segment) {
            boolean wholeSeconds = date.map(LocalDateTime::getNano).orElse(0) == 0
                    && segment.date().map(LocalDateTime::getNano).orElse(0) == 0;
            return SegmentBreaks.toleranceSeconds(recordedSeconds(segment)) + (wholeSeconds ? 1 : 0);
        }

        private double recordedSeconds(VisionMarker segment) {
            return (segment.frame() - frame) / rate.hertz();
        }

        void note(Notices notices) {
            if (gaps > 0) {
                notices.add(
                        Kind.GAPS_FROM_DATES,
                        Map.of("count", gaps, "seconds", Math.round(missing / rate.hertz() * 1000) / 1000.0));
            }
            notices.addCount(Kind.BREAKS_OF_UNKNOWN_LENGTH, unknown);
            notices.addCount(Kind.SEGMENTS_CONTINUOUS, continuous);
        }
    }
}
