package org.neuroward.lsl;

import java.io.IOException;

/** An outlet does not serve a feed: it answers with a number of 300 or more. */
final class FeedRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    FeedRefusedException(int status) {
        super("the outlet refuses: " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
