package org.neuroward.clinic.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.neuroward.drill.Technician;

/** The script of the bed's page, as far as the WebSocket goes. */
public final class LiveViewer implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 10;

    private final BlockingQueue<JsonNode> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteBuffer> blocks = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    private LiveViewer() {}

    public static LiveViewer open(URI address, UUID session, Technician technician, String origin) {
        var viewer = new LiveViewer();
        URI live = URI.create("ws://" + address.getAuthority() + "/ws/sessions/" + session);
        viewer.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", technician.cookieHeader())
                .header("Origin", origin)
                .buildAsync(live, viewer)
                .join();
        return viewer;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                texts.add(JSON.readTree(text.toString()));
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        var copy = ByteBuffer.allocate(data.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        blocks.add(copy.put(data).rewind());
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    public void say(String message) {
        socket.sendText(message, true).join();
    }

    /** The next text of that type; others before it are passed over. */
    public JsonNode await(String type) throws InterruptedException {
        while (true) {
            JsonNode message = texts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message of type " + type);
            }
            if (message.path("type").asText().equals(type)) {
                return message;
            }
        }
    }

    public JsonNode awaitState(String state) throws InterruptedException {
        JsonNode message = await("state");
        while (!message.path("state").asText().equals(state)) {
            message = await("state");
        }
        return message;
    }

    public ByteBuffer awaitBlock() throws InterruptedException {
        ByteBuffer block = blocks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (block == null) {
            throw new AssertionError("no block of samples");
        }
        return block;
    }

    public int awaitClose() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
