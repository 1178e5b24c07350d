package org.neuroward.agent.device.line;

import java.io.IOException;
import java.nio.ByteOrder;
import org.neuroward.agent.device.AmplifierDescription;

/** How one make of device speaks. One object serves one run, over all its connections. */
public interface Dialog {

    /** Order of the bytes in {@link Connection#read}. */
    ByteOrder order();

    /**
     * Learns what the device delivers, on a new connection.
     *
     * @throws HopelessException when no other try will give something that can be recorded
     */
    AmplifierDescription begin(Connection connection) throws IOException, HopelessException;

    /** Delivers what comes until the connection breaks; called after {@link #begin}. */
    void deliver(Connection connection, SampleTrack track) throws IOException, HopelessException;
}
