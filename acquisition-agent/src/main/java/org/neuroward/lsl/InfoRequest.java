package org.neuroward.lsl;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a data port for the full description of its stream. */
final class InfoRequest {

    static final String FULL = "LSL:fullinfo";
    static final int CONNECT_MILLIS = 2000;
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int LOOK_MILLIS = 500;

    private InfoRequest() {}

    static StreamDescription full(InetSocketAddress data, int channels) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(data, CONNECT_MILLIS);
            socket.setSoTimeout(LOOK_MILLIS);
            socket.getOutputStream().write((FULL + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var in = new FeedInput(socket.getInputStream());
            in.setDeadline(ANSWER);
            String xml = in.text(Limits.fullDescriptionBytes(channels));
            if (xml.isEmpty()) {
                throw new LslException("no stream is described at " + data);
            }
            return DescriptionReader.read(xml);
        }
    }
}
