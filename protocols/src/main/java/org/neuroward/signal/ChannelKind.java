package org.neuroward.signal;

/** What a channel records. */
public enum ChannelKind {
    EEG,
    EOG,
    EMG,
    ECG,
    TRIGGER,
    OTHER
}
