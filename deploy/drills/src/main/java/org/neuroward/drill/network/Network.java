package org.neuroward.drill.network;

import java.io.IOException;
import java.util.List;

/** The way from the beds to the server, whose weather the drill makes. */
interface Network extends AutoCloseable {

    /** Command that runs an agent at its far end; empty for this computer itself. */
    List<String> agentPrefix();

    /** Where the server is, as it is seen from there. */
    String serverAddress();

    void change(Weather weather) throws IOException;

    /** True when packets themselves can be lost, doubled and reordered. */
    boolean hasPackets();

    /** For the table. */
    String words();

    @Override
    void close() throws IOException, InterruptedException;
}
