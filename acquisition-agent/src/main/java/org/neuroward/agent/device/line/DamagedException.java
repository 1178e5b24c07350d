package org.neuroward.agent.device.line;

import java.io.IOException;

/** What came is not what the device's format allows; the connection has lost its place and is opened anew. */
public final class DamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedException(String rule) {
        super(rule);
    }
}
