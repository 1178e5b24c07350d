package org.neuroward.wire;

/** Why an agent does not carry out a command. */
public enum CommandRefusal {
    /** A recording runs, or is not yet all on the server. */
    BUSY,
    /** The session of the command is not the one that was prepared. */
    NOT_PREPARED,
    /** There is no recording to mark or to stop. */
    NOT_RECORDING,
    /** The amplifier did not start. */
    DEVICE_FAILED,
    /** The bedside disk does not take the recording. */
    DISK_FAILED,
    /** The bedside disk has no room for another recording. */
    DISK_LOW,
    /** The amplifier cannot measure impedance, or not now. */
    NO_IMPEDANCE,
    /** The amplifier is not there. */
    DEVICE_ABSENT
}
