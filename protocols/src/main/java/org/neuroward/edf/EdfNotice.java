package org.neuroward.edf;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.neuroward.signal.RecordingNotice;

/**
 * A departure from the specification that the reader lived with.
 *
 * @param facts by name, in the order of their names
 */
public record EdfNotice(Kind kind, SortedMap<String, String> facts) implements RecordingNotice {

    /** What was met. {@link #damage} tells whether samples are known to be lost or spoilt. */
    public enum Kind {
        RECORD_COUNT_OPEN("record-count-open", false),
        RECORD_COUNT_WRONG("record-count-wrong", false),
        DATA_MISSING("data-missing", true),
        TEXT_CONVERTED("text-converted", true),
        LAST_RECORD_CUT("last-record-cut", false),
        TRAILING_BYTES("trailing-bytes", false),
        TEXT_NOT_ASCII("text-not-ascii", false),
        DECIMAL_COMMA("decimal-comma", false),
        NUMBER_FORM("number-form", false),
        DATE_FORM("date-form", false),
        DATE_UNREADABLE("date-unreadable", false),
        UNCALIBRATED("uncalibrated", false),
        DIGITAL_RANGE_TOO_WIDE("digital-range-too-wide", false),
        SIGNAL_EMPTY("signal-empty", false),
        LABEL_REPEATED("label-repeated", false),
        ANNOTATIONS_IN_PLAIN_FILE("annotations-in-plain-file", false),
        TIME_KEEPING_MISSING("time-keeping-missing", false),
        TIME_KEEPING_DISAGREES("time-keeping-disagrees", false),
        ANNOTATION_UNREADABLE("annotation-unreadable", false),
        ANNOTATION_NOT_UTF8("annotation-not-utf8", false),
        PADDING_LEFT_OUT("padding-left-out", false);

        private final String code;
        private final boolean damage;

        Kind(String code, boolean damage) {
            this.code = code;
            this.damage = damage;
        }

        public String code() {
            return code;
        }

        public boolean damage() {
            return damage;
        }
    }

    public EdfNotice {
        Objects.requireNonNull(kind);
        facts = EdfMessages.facts(facts);
    }

    static EdfNotice of(Kind kind, Map<String, ?> facts) {
        return new EdfNotice(kind, EdfMessages.facts(facts));
    }

    @Override
    public String code() {
        return kind.code();
    }

    @Override
    public boolean damage() {
        return kind.damage();
    }

    @Override
    public String sentence(Locale locale) {
        return EdfMessages.sentence("notice." + kind.code(), facts, locale);
    }
}
