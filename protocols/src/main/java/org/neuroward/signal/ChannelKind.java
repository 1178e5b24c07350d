package org.neuroward.signal;

/** What a channel records. */
public enum ChannelKind {
    EEG,
    EOG,
    EMG,
    ECG,
    TRIGGER,
    OTHER;

    /** What a label says: EDF's standard texts ({@code EEG Fpz-Cz}) and the names in use without them ({@code Fp1}). */
    public static ChannelKind ofLabel(String label) {
        return ChannelKinds.of(label);
    }
}
