package org.neuroward.agent.operator;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Who may speak to the page. It listens on this computer alone, but a browser on this computer also shows pages of others:
 * one that gave its own name this address (DNS rebinding) bears another Host, one that posts here bears another Origin, and
 * none of them can read the token that stands in our page.
 */
final class Gate {

    static final String TOKEN_HEADER = "X-Bed-Token";
    private static final int TOKEN_BYTES = 32;

    private final List<String> hosts;
    private final String token;

    Gate(int port) {
        this.hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    String token() {
        return token;
    }

    /** Whether a request was meant for this page, and comes from no other one. */
    boolean admits(Headers request) {
        String host = request.getFirst("Host");
        if (host == null || !hosts.contains(host)) {
            return false;
        }
        String origin = request.getFirst("Origin");
        return origin == null || origin.equals("http://" + host);
    }

    /** Whether whoever asks has read our page, or the file that only this user may read. */
    boolean knows(Headers request) {
        String site = request.getFirst("Sec-Fetch-Site");
        String sent = request.getFirst(TOKEN_HEADER);
        return (site == null || site.equals("same-origin") || site.equals("none"))
                && sent != null
                && MessageDigest.isEqual(bytes(token), bytes(sent));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
