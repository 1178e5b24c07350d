package org.neuroward.lsl;

import java.io.IOException;

/** The place answers, but not for the stream that was asked for. */
final class StreamGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    StreamGoneException(String message) {
        super(message);
    }
}
