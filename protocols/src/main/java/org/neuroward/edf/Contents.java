package org.neuroward.edf;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.signal.Annotation;

/**
 * What the annotation signals of a file say: when its records are, what was remarked, which samples are padding.
 *
 * @param startNanos from the header's start to the first sample
 */
record Contents(Timeline timeline, long startNanos, List<Annotation> annotations, List<Padding> padding) {

    Contents {
        annotations = List.copyOf(annotations);
        padding = List.copyOf(padding);
    }

    static Contents read(EdfHeader header, FileBytes file, long records, List<EdfNotice> notices) throws IOException {
        var reading = new Reading(header, new TimeKeeping(header, file), notices);
        return reading.read(records);
    }

    private static final class Reading {

        private static final int MAX_ANNOTATIONS = 1_000_000;
        private static final int MAX_CHARACTERS = 64 << 20;

        private final EdfHeader header;
        private final TimeKeeping source;
        private final List<EdfNotice> notices;
        private final List<Annotation> annotations = new ArrayList<>();
        private final List<Padding> padding = new ArrayList<>();
        private final long toleranceNanos;
        private long characters;
        private long startNanos;
        private long untimed;
        private long firstDisagreement;
        private Timeline timeline;

        Reading(EdfHeader header, TimeKeeping source, List<EdfNotice> notices) {
            this.header = header;
            this.source = source;
            this.notices = notices;
            this.toleranceNanos = toleranceNanos();
        }

        Contents read(long records) throws IOException {
            boolean placed = header.format().discontinuous() && header.recordNanos() > 0;
            timeline =
                    placed ? Timeline.empty(header.recordNanos()) : Timeline.continuous(header.recordNanos(), records);
            for (long record = 0; record < records && source.possible(); record++) {
                readRecord(record, placed);
            }
            if (placed && records > 0 && !source.possible()) {
                throw new EdfFormatException(EdfProblem.TIME_MISSING, Map.of("record", 1));
            }
            timeline.checkSize(largestSamplesPerRecord());
            note(records);
            annotations.sort(Comparator.comparing(Annotation::onset));
            return new Contents(timeline, startNanos, annotations, padding);
        }

        private void readRecord(long record, boolean placed) throws IOException {
            for (int signal = 0; signal < source.annotationSignals(); signal++) {
                List<Tal> tals = source.read(signal, record);
                if (signal == 0) {
                    keepTime(record, TimeKeeping.find(tals), placed);
                }
                for (Tal tal : tals) {
                    keep(tal);
                }
            }
        }

        private void keepTime(long record, Optional<Long> onset, boolean placed) throws EdfFormatException {
            if (onset.isEmpty()) {
                untimed++;
                if (placed) {
                    throw new EdfFormatException(EdfProblem.TIME_MISSING, Map.of("record", record + 1));
                }
                return;
            }
            if (record == 0) {
                startNanos = onset.get();
            }
            long nanos = onset.get() - startNanos;
            if (placed) {
                timeline.add(nanos, toleranceNanos);
            } else if (Math.abs(nanos - record * header.recordNanos()) > toleranceNanos && firstDisagreement == 0) {
                firstDisagreement = record + 1;
            }
        }

        private void keep(Tal tal) throws EdfFormatException {
            for (String text : tal.texts()) {
                Optional<Padding> filled = Padding.find(tal, text);
                if (filled.isPresent()) {
                    padding.add(filled.get());
                } else if (!text.isEmpty()) {
                    characters += text.length();
                    annotations.add(new Annotation(
                            Duration.ofNanos(tal.onsetNanos() - startNanos),
                            tal.durationNanos().map(Duration::ofNanos),
                            text));
                }
            }
            if (annotations.size() + padding.size() > MAX_ANNOTATIONS || characters > MAX_CHARACTERS) {
                throw new EdfFormatException(
                        EdfProblem.TOO_MUCH, Map.of("what", "annotations", "limit", MAX_ANNOTATIONS));
            }
        }

        /** Half a period of the fastest signal: what is smaller is rounding. */
        private long toleranceNanos() {
            return header.recordNanos() / Math.max(1, largestSamplesPerRecord()) / 2;
        }

        private int largestSamplesPerRecord() {
            return header.signals().stream()
                    .filter(signal -> !signal.annotations())
                    .mapToInt(EdfSignal::samplesPerRecord)
                    .max()
                    .orElse(0);
        }

        private void note(long records) {
            if (header.format().plus() && records > 0 && (untimed > 0 || !source.possible())) {
                long missing = source.possible() ? untimed : records;
                notices.add(EdfNotice.of(EdfNotice.Kind.TIME_KEEPING_MISSING, Map.of("records", missing)));
            }
            if (firstDisagreement > 0 && header.recordNanos() > 0) {
                notices.add(EdfNotice.of(EdfNotice.Kind.TIME_KEEPING_DISAGREES, Map.of("record", firstDisagreement)));
            }
            if (source.parser().unreadable() > 0) {
                notices.add(EdfNotice.of(
                        EdfNotice.Kind.ANNOTATION_UNREADABLE,
                        Map.of("count", source.parser().unreadable())));
            }
            if (source.parser().notUtf8() > 0) {
                notices.add(EdfNotice.of(
                        EdfNotice.Kind.ANNOTATION_NOT_UTF8,
                        Map.of("count", source.parser().notUtf8())));
            }
            if (!padding.isEmpty()) {
                notices.add(EdfNotice.of(EdfNotice.Kind.PADDING_LEFT_OUT, Map.of("stretches", padding.size())));
            }
        }
    }
}
