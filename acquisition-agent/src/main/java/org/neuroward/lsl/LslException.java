package org.neuroward.lsl;

import java.io.IOException;

/** A peer does not keep to the protocol, or sends more than we take. */
public final class LslException extends IOException {

    private static final long serialVersionUID = 1L;

    public LslException(String message) {
        super(message);
    }

    LslException(String message, Throwable cause) {
        super(message, cause);
    }
}
