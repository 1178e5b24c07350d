package org.neuroward.clinic.ingest;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.Event;

/** What happens at a bed, told at once and before it is stored: for looking at, never for scoring. */
public sealed interface LiveSignal {

    /** A recording has begun. */
    record Began(UUID recordingId, Description description) implements LiveSignal {}

    /** A run of samples is missing in the recording of a session. */
    record Missing(UUID sessionId, int stream, long firstSample, int samples, FrameContent.Missing why)
            implements LiveSignal {}

    /** Someone, or the plan, has marked the recording of a session. */
    record Remark(UUID sessionId, Event event) implements LiveSignal {}

    /** Counts of one stream, as they arrived. */
    final class Samples implements LiveSignal {

        private final Optional<UUID> sessionId;
        private final int stream;
        private final long firstSample;
        private final int[] counts;
        private final long arrivalEpochMillis;

        /**
         * @param sessionId whose recording they belong to; empty for a preview
         * @param counts sample-major; must not be changed afterwards
         */
        Samples(Optional<UUID> sessionId, int stream, long firstSample, int[] counts, long arrivalEpochMillis) {
            this.sessionId = Objects.requireNonNull(sessionId);
            this.stream = stream;
            this.firstSample = firstSample;
            this.counts = counts;
            this.arrivalEpochMillis = arrivalEpochMillis;
        }

        public Optional<UUID> sessionId() {
            return sessionId;
        }

        public int stream() {
            return stream;
        }

        public long firstSample() {
            return firstSample;
        }

        /** Number of counts: samples times channels. */
        public int size() {
            return counts.length;
        }

        public int count(int position) {
            return counts[position];
        }

        /** When the server received them. */
        public long arrivalEpochMillis() {
            return arrivalEpochMillis;
        }
    }
}
