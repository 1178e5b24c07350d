package org.neuroward.brainvision;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.neuroward.signal.FactSentences;
import org.neuroward.signal.RecordingNotice;

/** A departure from the specification that the reader lived with, or what it concluded. */
public record BrainVisionNotice(Kind kind, SortedMap<String, String> facts) implements RecordingNotice {

    /** What was met. */
    public enum Kind {
        FIRST_LINE_UNUSUAL,
        TEXT_NOT_UTF8,
        DECIMAL_COMMA,
        UNIT_REPAIRED,
        LABEL_REPEATED,
        FILE_RENAMED,
        MARKER_FILE_MISSING,
        MARKERS_UNREADABLE,
        MARKERS_OUTSIDE,
        DATE_UNREADABLE,
        GAPS_FROM_DATES,
        BREAKS_OF_UNKNOWN_LENGTH,
        SEGMENTS_CONTINUOUS,
        EPOCHED,
        TRAILING_BYTES,
        DATA_POINTS_WRONG,
        DATA_MISSING,
        HOLES,
        FLOATS_ROUNDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public BrainVisionNotice {
        Objects.requireNonNull(kind);
        facts = FactSentences.facts(facts);
    }

    static BrainVisionNotice of(Kind kind, Map<String, ?> facts) {
        return new BrainVisionNotice(kind, FactSentences.facts(facts));
    }

    @Override
    public String code() {
        return kind.code();
    }

    @Override
    public boolean damage() {
        return kind == Kind.DATA_MISSING;
    }

    @Override
    public String sentence(Locale locale) {
        return BrainVisionFormatException.SENTENCES.sentence("notice." + kind.code(), facts, locale);
    }
}
