package org.neuroward.clinic.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.neuroward.clinic.ingest.LiveFeed;
import org.neuroward.clinic.session.BedSession;
import org.neuroward.clinic.session.Sessions;

/** The live traces of one session. Who may open it is decided by the access table before this is reached. */
@WebSocket(path = "/ws/sessions/{id}")
public class LiveSocket {

    private static final CloseReason NO_SUCH_SESSION = new CloseReason(4404, "no such session");
    private static final CloseReason SERVER_STOPS = new CloseReason(1012, "the server stops");

    private final Sessions sessions;
    private final LiveSource source;
    private final LiveFeed feed;
    private final ObjectMapper json;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();

    private record Watch(LiveView view, Runnable stopListening) {}

    LiveSocket(Sessions sessions, LiveSource source, LiveFeed feed, ObjectMapper json) {
        this.sessions = sessions;
        this.source = source;
        this.feed = feed;
        this.json = json;
    }

    @OnOpen
    @Blocking
    void open(WebSocketConnection connection) {
        Optional<BedSession> session = id(connection.pathParam("id")).flatMap(sessions::find);
        if (session.isEmpty()) {
            connection.closeAndAwait(NO_SUCH_SESSION);
            return;
        }
        var view = new LiveView(session.get().id(), connection, source, json);
        watches.put(connection.id(), new Watch(view, feed.listen(session.get().agentId(), view::offer)));
        Thread.ofVirtual().name("live-" + connection.id()).start(view);
    }

    /** How the viewer wants the traces; what cannot be read changes nothing. */
    record Display(String type, String montage, double highpassHertz, double lowpassHertz, double notchHertz) {}

    @OnTextMessage
    void wish(String text, WebSocketConnection connection) {
        Watch watch = watches.get(connection.id());
        try {
            Display wish = json.readValue(text, Display.class);
            if (watch != null && "display".equals(wish.type())) {
                watch.view()
                        .show(new DisplaySettings(
                                wish.montage(),
                                wish.highpassHertz(),
                                wish.lowpassHertz(),
                                wish.notchHertz(),
                                "average"));
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // The layout in force stays on the viewer's screen, and says so.
        }
    }

    @OnClose
    void close(WebSocketConnection connection) {
        Watch watch = watches.remove(connection.id());
        if (watch != null) {
            watch.stopListening().run();
            watch.view().close();
        }
    }

    /** A browser that leaves without a word is no fault. */
    @OnError
    void failed(IOException how, WebSocketConnection connection) {
        Log.debugf(how, "live connection %s broke", connection.id());
    }

    /** A server that stops tells its viewers so, or it would wait for them. */
    void leave(@Observes ShutdownDelayInitiatedEvent stopping, OpenConnections connections) {
        for (WebSocketConnection connection : List.copyOf(connections.listAll())) {
            connection.closeAndAwait(SERVER_STOPS);
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
