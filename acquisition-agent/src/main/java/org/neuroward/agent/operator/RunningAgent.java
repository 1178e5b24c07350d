package org.neuroward.agent.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The agent that runs on a data folder of this computer, as its terminal reaches it. */
final class RunningAgent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final PageAddress address;
    private final String folder;
    private final Words words;

    private RunningAgent(PageAddress address, String folder, Words words) {
        this.address = address;
        this.folder = folder;
        this.words = words;
    }

    /** @param done whether the agent did what it was asked */
    record Answer(boolean done, JsonNode body) {}

    /** Empty when no agent has left its address, or not for this user. */
    static Optional<RunningAgent> find(String dataFolder, Words words) throws IOException {
        try {
            return PageAddress.find(Path.of(dataFolder)).map(found -> new RunningAgent(found, dataFolder, words));
        } catch (AccessDeniedException e) {
            return Optional.empty();
        }
    }

    Answer read(String what) throws IOException, InterruptedException {
        return send(request(what).GET());
    }

    Answer act(String what, ObjectNode body) throws IOException, InterruptedException {
        return send(request(what).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.port() + "/api/" + what))
                .timeout(PATIENCE)
                .header("Accept-Language", words.tag())
                .header(Gate.TOKEN_HEADER, address.token());
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == 403) {
                // Another program has the port of an agent that was killed.
                throw new IOException(words.say("terminal.not-running", folder));
            }
            return new Answer(answer.statusCode() == 200, JSON.readTree(answer.body()));
        } catch (java.net.ConnectException e) {
            throw new IOException(words.say("terminal.not-running", folder), e);
        } catch (java.net.http.HttpTimeoutException e) {
            throw new IOException(words.say("terminal.unreachable", folder, e.getMessage()), e);
        }
    }
}
