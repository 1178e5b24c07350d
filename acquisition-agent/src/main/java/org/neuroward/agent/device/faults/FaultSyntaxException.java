package org.neuroward.agent.device.faults;

/** A part of a list of faults that cannot be read; the message is that part. */
public final class FaultSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    FaultSyntaxException(String part) {
        super(part);
    }
}
