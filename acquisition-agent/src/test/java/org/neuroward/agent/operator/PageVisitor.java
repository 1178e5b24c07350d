package org.neuroward.agent.operator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks HTTP by hand, so that it can say what no browser would. */
final class PageVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"bed-token\" content=\"([0-9a-f]+)\"");
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;

    PageVisitor(int port) {
        this.port = port;
    }

    record Answer(int status, String head, String body) {}

    String host() {
        return "127.0.0.1:" + port;
    }

    /** The token, as a script of our page reads it. */
    String token() throws IOException {
        Matcher token = TOKEN.matcher(get("/").body());
        if (!token.find()) {
            throw new AssertionError("the page bears no token");
        }
        return token.group(1);
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n", "", headers);
    }

    Answer post(String path, String body, String... headers) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n", body, headers);
    }

    /** A post as our page makes it. */
    Answer act(String what, String body) throws IOException {
        return post("/api/" + what, body, "X-Bed-Token: " + token(), "Origin: http://" + host());
    }

    Answer send(String first, String body, String... headers) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        var request = new StringBuilder(first);
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        request.append("Content-Length: ").append(content.length).append("\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        String status = head.split(" ", 3)[1];
        return new Answer(Integer.parseInt(status), head, end < 0 ? "" : text.substring(end + 4));
    }
}
