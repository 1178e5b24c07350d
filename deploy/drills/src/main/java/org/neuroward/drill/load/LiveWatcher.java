package org.neuroward.drill.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.neuroward.drill.Technician;

/** A bedside page without its pictures: reads the live traces of one session and counts the blocks. */
final class LiveWatcher implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final AtomicLong blocks = new AtomicLong();
    private WebSocket socket;

    private LiveWatcher() {}

    static LiveWatcher open(URI address, String session, Technician technician) {
        var watcher = new LiveWatcher();
        watcher.socket = CLIENT.newWebSocketBuilder()
                .header("Cookie", technician.cookieHeader())
                .header("Origin", address.toString())
                .buildAsync(URI.create("ws://" + address.getAuthority() + "/ws/sessions/" + session), watcher)
                .join();
        return watcher;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        if (last) {
            blocks.incrementAndGet();
        }
        from.request(1);
        return null;
    }

    long blocks() {
        return blocks.get();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
