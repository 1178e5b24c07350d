package org.neuroward.wire;

import java.io.IOException;

/** Bytes that are no message of this version. */
public final class WireException extends IOException {

    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }
}
