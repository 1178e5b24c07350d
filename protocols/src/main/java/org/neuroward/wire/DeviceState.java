package org.neuroward.wire;

/** What an amplifier is doing. */
public enum DeviceState {
    /** It is not there, or not switched on. */
    ABSENT,
    /** It is there and was not asked for samples. */
    IDLE,
    /** Its samples come. */
    STREAMING,
    /** Its samples should come and do not. */
    SILENT
}
