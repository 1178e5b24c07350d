package org.neuroward.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;

/** What the server says of itself at one moment, as Prometheus would read it. */
public final class ServerMetrics {

    private final String text;

    private ServerMetrics(String text) {
        this.text = text;
    }

    public static ServerMetrics of(URI server) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new ServerMetrics(client.send(
                            HttpRequest.newBuilder(server.resolve("/q/metrics")).build(), BodyHandlers.ofString())
                    .body());
        }
    }

    /** Sum over all lines of that name, with dots as the code writes them; 0 when there is none. */
    public double sum(String name) {
        String line = name.replace('.', '_').toLowerCase(Locale.ROOT);
        return text.lines()
                .filter(one ->
                        one.startsWith(line) && (one.charAt(line.length()) == ' ' || one.charAt(line.length()) == '{'))
                .mapToDouble(one -> Double.parseDouble(one.substring(one.lastIndexOf(' ') + 1)))
                .sum();
    }
}
