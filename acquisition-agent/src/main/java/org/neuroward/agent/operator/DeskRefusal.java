package org.neuroward.agent.operator;

/** Why the bed does not do what a technician asks at its own computer. */
public enum DeskRefusal {
    /** A recording runs, or a session that the server has prepared holds the bed. */
    BUSY,
    /** The server can be reached: sessions begin there, where order and identity are checked. */
    SERVER_IS_THERE,
    NOT_RECORDING,
    DEVICE_ABSENT,
    DEVICE_FAILED,
    /** There is too little room on the bedside disk for a recording. */
    DISK_LOW,
    DISK_FAILED,
    /** The amplifier cannot measure impedance, or not now. */
    NO_IMPEDANCE,
    NO_ANSWER
}
