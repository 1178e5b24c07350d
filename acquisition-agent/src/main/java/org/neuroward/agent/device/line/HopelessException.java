package org.neuroward.agent.device.line;

/** The device delivers what this run cannot take, and will go on doing so: other channels, other settings. */
public final class HopelessException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason for the log and the technician, without patient data */
    public HopelessException(String reason) {
        super(reason);
    }
}
