package org.neuroward.eeglab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.neuroward.eeglab.EeglabNotice.Kind;
import org.neuroward.samplematrix.Break;
import org.neuroward.samplematrix.Marker;
import org.neuroward.signal.SamplingRate;
import us.hebi.matlab.mat.types.Struct;

/**
 * The events of a dataset. An event {@code boundary} stands where data were cut out or joined; its duration is the number of
 * samples that were cut out. Where it has none, one sample stands for a break of unknown length: filters and epochs stop
 * there.
 */
record Events(List<Marker> markers, List<Break> breaks) {

    private static final String BOUNDARY = "boundary";
    /** The same in datasets whose event types are numbers. */
    private static final String NUMBERED_BOUNDARY = "-99";

    private static final double YEAR_SECONDS = 366 * 86_400.0;

    static Events none() {
        return new Events(List.of(), List.of());
    }

    static Events of(Struct events, long frames, SamplingRate rate, Notices notices) {
        var reading = new Reading(frames, rate);
        for (int i = 0; i < events.getNumElements(); i++) {
            reading.add(events, i);
        }
        reading.note(notices);
        return new Events(
                reading.markers,
                reading.missing.entrySet().stream()
                        .map(entry -> new Break(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static final class Reading {

        private final long frames;
        private final double mostMissing;
        private final SamplingRate rate;
        private final List<Marker> markers = new ArrayList<>();
        private final TreeMap<Long, Long> missing = new TreeMap<>();
        private int unreadable;
        private int outside;
        private int known;
        private int unknown;
        private long missingSamples;

        Reading(long frames, SamplingRate rate) {
            this.frames = frames;
            this.rate = rate;
            this.mostMissing = YEAR_SECONDS * rate.hertz();
        }

        void add(Struct events, int index) {
            Optional<Double> latency = MatFields.find(events, "latency", index)
                    .flatMap(MatFields::findNumber)
                    .filter(Double::isFinite);
            Optional<String> type = MatFields.find(events, "type", index).flatMap(MatFields::findText);
            double duration = MatFields.find(events, "duration", index)
                    .flatMap(MatFields::findNumber)
                    .filter(frames -> frames > 0 && frames < Double.POSITIVE_INFINITY)
                    .orElse(0.0);
            if (latency.isEmpty() || type.isEmpty()) {
                unreadable++;
                return;
            }
            // Latencies count from 1.
            double frame = latency.get() - 1;
            boolean boundary = type.get().equals(BOUNDARY) || type.get().equals(NUMBERED_BOUNDARY);
            if (boundary) {
                boundary((long) Math.ceil(frame), duration);
            } else if (frame < 0 || frame > frames - 1) {
                outside++;
            } else {
                markers.add(new Marker(frame, Math.min(duration, frames), type.get()));
            }
        }

        /** One at the very beginning or end has nothing to part. */
        private void boundary(long frame, double duration) {
            if (frame <= 0 || frame >= frames) {
                return;
            }
            long samples = Math.round(duration);
            boolean told = samples >= 1 && missingSamples + duration <= mostMissing;
            if (told) {
                known++;
                missingSamples += samples;
            } else {
                unknown++;
            }
            missing.merge(frame, told ? samples : 1, Math::max);
        }

        void note(Notices notices) {
            notices.addCount(Kind.EVENTS_UNREADABLE, unreadable);
            notices.addCount(Kind.EVENTS_OUTSIDE, outside);
            if (known > 0) {
                notices.add(
                        Kind.GAPS_FROM_BOUNDARIES,
                        Map.of("count", known, "seconds", Math.round(missingSamples / rate.hertz() * 1000) / 1000.0));
            }
            notices.addCount(Kind.BREAKS_OF_UNKNOWN_LENGTH, unknown);
        }
    }
}
