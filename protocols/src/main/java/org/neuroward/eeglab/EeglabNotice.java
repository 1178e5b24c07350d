package org.neuroward.eeglab;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.neuroward.signal.FactSentences;
import org.neuroward.signal.RecordingNotice;

/** A departure from what EEGLAB writes that the reader lived with, or what it concluded. */
public record EeglabNotice(Kind kind, SortedMap<String, String> facts) implements RecordingNotice {

    /** What was met. */
    public enum Kind {
        FILE_RENAMED,
        LABELS_MISSING,
        LABEL_REPEATED,
        EVENTS_UNREADABLE,
        EVENTS_OUTSIDE,
        GAPS_FROM_BOUNDARIES,
        BREAKS_OF_UNKNOWN_LENGTH,
        TRAILING_BYTES,
        DATA_MISSING,
        HOLES,
        FLOATS_ROUNDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public EeglabNotice {
        Objects.requireNonNull(kind);
        facts = FactSentences.facts(facts);
    }

    static EeglabNotice of(Kind kind, Map<String, ?> facts) {
        return new EeglabNotice(kind, FactSentences.facts(facts));
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
        return EeglabFormatException.SENTENCES.sentence("notice." + kind.code(), facts, locale);
    }
}
