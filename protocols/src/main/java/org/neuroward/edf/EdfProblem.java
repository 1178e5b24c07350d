package org.neuroward.edf;

/** Why a file is refused. The sentence for each, in two languages, stands in {@code messages.properties}. */
public enum EdfProblem {
    /** No byte at all. */
    EMPTY("empty"),
    /** The first eight bytes are neither EDF's nor BDF's. */
    NOT_EDF("not-edf"),
    /** The file ends inside its header, or announces more signals than its header holds. */
    HEADER_CUT("header-cut"),
    SIGNAL_COUNT_DISAGREES("signal-count-disagrees"),
    /** The fields of the signals make sense for another number of signals only. */
    SIGNAL_COUNT_WRONG("signal-count-wrong"),
    NOT_A_NUMBER("not-a-number"),
    OUT_OF_RANGE("out-of-range"),
    /** A data record holds no byte. */
    RECORD_EMPTY("record-empty"),
    /** Record duration 0 beside ordinary signals: no rate can be known. */
    RATE_UNKNOWN("rate-unknown"),
    /** Data records are announced, and not one is whole. */
    NO_WHOLE_RECORD("no-whole-record"),
    /** Fewer whole data records than announced; {@link EdfRecording#recover} reads them. */
    TRUNCATED("truncated"),
    /** The bytes went through a program that took them for text. */
    TEXT_CONVERTED("text-converted"),
    /** A data record of a discontinuous file does not tell its time. */
    TIME_MISSING("time-missing"),
    /** A data record of a discontinuous file starts before the one ahead of it has ended. */
    TIME_BACKWARDS("time-backwards"),
    TIME_IMPLAUSIBLE("time-implausible"),
    /** More annotations, gaps or annotation bytes than this reader agrees to hold in memory. */
    TOO_MUCH("too-much"),
    /** The file became shorter while it was read. */
    SHRANK("shrank"),
    /** Asked to write a number that eight characters cannot hold exactly. */
    NOT_PRINTABLE("not-printable"),
    /** Asked to write text that is longer than its field. */
    TEXT_TOO_LONG("text-too-long"),
    /** Asked to write a digital range that the file's samples cannot hold. */
    RANGE_TOO_WIDE("range-too-wide"),
    /** An annotation whose time had to be changed does not fit into its data record any more. */
    ANNOTATION_ROOM("annotation-room"),
    /** No data record duration suits all sampling rates. */
    NO_RECORD_DURATION("no-record-duration");

    private final String code;

    EdfProblem(String code) {
        this.code = code;
    }

    /** Stable, lower case, for machines. */
    public String code() {
        return code;
    }
}
