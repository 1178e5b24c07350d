package org.neuroward.agent.device.line;

import java.io.IOException;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.agent.device.hostile.PlayedBytes;

/** What came over one connection, played to a dialog without a port and without another try. */
public final class OneConnection {

    private OneConnection() {}

    /** @return false when the dialog gave the connection up before its end */
    public static boolean play(PlayedBytes bytes, Dialog dialog, SampleSink sink) {
        var connection = new Connection(new PlayedLine(bytes), dialog.order());
        try {
            AmplifierDescription description = dialog.begin(connection);
            var track = new SampleTrack(
                    sink,
                    description.channels().getFirst().rate(),
                    description.channels().size(),
                    bytes);
            dialog.deliver(connection, track);
            return true;
        } catch (IOException | HopelessException e) {
            return e instanceof java.io.EOFException;
        }
    }

    private record PlayedLine(PlayedBytes bytes) implements Line {

        @Override
        public void open() {}

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public void write(byte[] unheard) {}

        @Override
        public void close() {}
    }
}
