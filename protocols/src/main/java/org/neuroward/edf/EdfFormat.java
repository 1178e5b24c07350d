package org.neuroward.edf;

/** The six forms of the file: 16 or 24 bits, plain, or "plus" with times that are continuous or discontinuous. */
public enum EdfFormat {
    EDF("EDF", 2, false, false),
    EDF_PLUS_C("EDF+C", 2, true, false),
    EDF_PLUS_D("EDF+D", 2, true, true),
    BDF("BDF", 3, false, false),
    BDF_PLUS_C("BDF+C", 3, true, false),
    BDF_PLUS_D("BDF+D", 3, true, true);

    private final String label;
    private final int bytesPerSample;
    private final boolean plus;
    private final boolean discontinuous;

    EdfFormat(String label, int bytesPerSample, boolean plus, boolean discontinuous) {
        this.label = label;
        this.bytesPerSample = bytesPerSample;
        this.plus = plus;
        this.discontinuous = discontinuous;
    }

    /** As the "reserved" field of the header writes it; for plain files the bare name. */
    public String label() {
        return label;
    }

    public int bytesPerSample() {
        return bytesPerSample;
    }

    /** Whether header, annotations and time-keeping follow EDF+. */
    public boolean plus() {
        return plus;
    }

    /** Whether data records may lie apart in time. */
    public boolean discontinuous() {
        return discontinuous;
    }

    public boolean bits24() {
        return bytesPerSample == 3;
    }

    int smallestCount() {
        return bits24() ? -8_388_608 : -32_768;
    }

    int largestCount() {
        return bits24() ? 8_388_607 : 32_767;
    }

    String annotationLabel() {
        return bits24() ? "BDF Annotations" : "EDF Annotations";
    }

    static EdfFormat of(boolean bits24, String reserved) {
        if (reserved.startsWith("EDF+D") || reserved.startsWith("BDF+D")) {
            return bits24 ? BDF_PLUS_D : EDF_PLUS_D;
        }
        if (reserved.startsWith("EDF+C") || reserved.startsWith("BDF+C")) {
            return bits24 ? BDF_PLUS_C : EDF_PLUS_C;
        }
        return bits24 ? BDF : EDF;
    }
}
