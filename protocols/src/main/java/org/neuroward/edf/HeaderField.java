package org.neuroward.edf;

/** The fields of the header with their sizes in bytes, in the order of the specification. */
enum HeaderField {
    VERSION("version", 8),
    PATIENT("patient", 80),
    RECORDING("recording", 80),
    START_DATE("start-date", 8),
    START_TIME("start-time", 8),
    HEADER_BYTES("header-bytes", 8),
    RESERVED("reserved", 44),
    RECORD_COUNT("record-count", 8),
    RECORD_DURATION("record-duration", 8),
    SIGNAL_COUNT("signal-count", 4),
    LABEL("label", 16),
    TRANSDUCER("transducer", 80),
    UNIT("unit", 8),
    PHYSICAL_MIN("physical-min", 8),
    PHYSICAL_MAX("physical-max", 8),
    DIGITAL_MIN("digital-min", 8),
    DIGITAL_MAX("digital-max", 8),
    PREFILTER("prefilter", 80),
    SAMPLES_PER_RECORD("samples-per-record", 8),
    SIGNAL_RESERVED("signal-reserved", 32);

    static final int FIXED_BYTES = 256;

    final String code;
    final int size;
    private int before;

    static {
        HeaderField last = null;
        for (HeaderField field : values()) {
            boolean first = last == null || field.perSignal() != last.perSignal();
            field.before = first ? 0 : last.before + last.size;
            last = field;
        }
    }

    HeaderField(String code, int size) {
        this.code = code;
        this.size = size;
    }

    boolean perSignal() {
        return compareTo(LABEL) >= 0;
    }

    /** Byte at which this field of signal {@code signal} starts; fields of all signals stand together. */
    int offset(int signal, int signals) {
        return perSignal() ? FIXED_BYTES + before * signals + size * signal : before;
    }
}
