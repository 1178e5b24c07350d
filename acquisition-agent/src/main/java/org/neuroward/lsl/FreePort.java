package org.neuroward.lsl;

import java.io.IOException;
import java.net.BindException;

/** Takes the lowest free port of a range, or any when none is free. */
final class FreePort {

    /** Binds something to a port. */
    interface Binding<T> {
        T bind(int port) throws IOException;
    }

    private FreePort() {}

    static <T> T bind(NetworkSettings.Ports ports, Binding<T> binding) throws IOException {
        if (ports.base() > 0) {
            for (int port = ports.base(); port < ports.base() + ports.count(); port++) {
                try {
                    return binding.bind(port);
                } catch (BindException e) {
                    // Taken: the next one.
                    continue;
                }
            }
        }
        return binding.bind(0);
    }
}
