package org.neuroward.clinic.access;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bedside page that shows live traces is at work though nobody touches it: its WebSocket keeps the sign-in alive. And
 * the other way round: when a sign-in has ended, its WebSockets close within seconds.
 */
@ApplicationScoped
class LiveConnections {
    private static final Pattern COOKIE =
            Pattern.compile("(?:^|;\\s*)(?:__Host-)?neuroward-session=([A-Za-z0-9_-]{43})(?:;|$)");
    private static final CloseReason SIGN_IN_ENDED = new CloseReason(4401, "sign-in ended");

    private final Instance<OpenConnections> connections;
    private final SignIns signIns;

    LiveConnections(Instance<OpenConnections> connections, SignIns signIns) {
        this.connections = connections;
        this.signIns = signIns;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepOrClose() {
        if (connections.isUnsatisfied()) {
            return;
        }
        for (WebSocketConnection connection : List.copyOf(connections.get().listAll())) {
            Optional<SignedIn> who = token(connection).flatMap(token -> signIns.see(token, true));
            if (who.isEmpty() && connection.isOpen()) {
                connection.closeAndAwait(SIGN_IN_ENDED);
            }
        }
    }

    private static Optional<String> token(WebSocketConnection connection) {
        Matcher matcher =
                COOKIE.matcher(Optional.ofNullable(connection.handshakeRequest().header("Cookie"))
                        .orElse(""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
