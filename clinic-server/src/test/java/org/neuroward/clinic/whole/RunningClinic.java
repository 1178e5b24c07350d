package org.neuroward.clinic.whole;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The built clinic as real processes on free ports: server with its embedded PostgreSQL, and one bedside agent that plays a
 * recording. What the demo command runs, without the command.
 */
public final class RunningClinic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path dataFolder;
    private final List<String> agentOptions;
    private final int httpPort = freePort();
    private final int agentsPort = freePort();
    private Process server;
    private Process agent;

    private RunningClinic(Path dataFolder, List<String> agentOptions) {
        this.dataFolder = dataFolder;
        this.agentOptions = agentOptions;
    }

    /** Starts server and agent and returns when the server is ready. @param agentOptions for example {@code --recording FILE} */
    public static RunningClinic start(Path dataFolder, String... agentOptions)
            throws IOException, InterruptedException {
        var clinic = new RunningClinic(dataFolder, List.of(agentOptions));
        boolean running = false;
        try {
            clinic.startServer();
            clinic.startAgent();
            running = true;
            return clinic;
        } finally {
            if (!running) {
                clinic.close();
            }
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + httpPort);
    }

    public Path dataFolder() {
        return dataFolder;
    }

    public Path log(String process) {
        return dataFolder.resolve(process + ".log");
    }

    public void startServer() throws IOException, InterruptedException {
        server = launch(
                "server",
                List.of(
                        "-Dneuroward.demo=true",
                        "-Dquarkus.http.port=" + httpPort,
                        "-Dneuroward.agents.port=" + agentsPort,
                        "-Dneuroward.data-folder=" + dataFolder,
                        "-jar",
                        module("clinic-server")
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString()));
        awaitReady();
    }

    public void startAgent() throws IOException {
        Path target = module("acquisition-agent").resolve("target");
        List<String> command = new ArrayList<>(List.of(
                "-cp",
                target.resolve("classes") + java.io.File.pathSeparator + target.resolve("lib") + "/*",
                "org.neuroward.agent.AgentMain",
                "--server",
                "localhost:" + agentsPort,
                "--agent-id",
                "demo-bed-1",
                "--secret-file",
                dataFolder.resolve("demo-agent-secret").toString(),
                "--data",
                dataFolder.resolve("agent").toString()));
        command.addAll(agentOptions);
        agent = launch("agent", command);
    }

    /** Ends the server as a power cut would: no shutdown code runs. */
    public void killServer() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    /** Ends the agent as a power cut would: no shutdown code runs. */
    public void killAgent() throws InterruptedException {
        agent.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : new Process[] {agent, server}) {
            if (process != null) {
                process.destroy();
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready =
                HttpRequest.newBuilder(address().resolve("/q/health/ready")).build();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            if (!server.isAlive()) {
                break;
            }
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notListeningYet) {
                // the port opens late in the start
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the server did not become ready; its log ends:\n" + tail(log("server")));
    }

    private Process launch(String name, List<String> arguments) throws IOException {
        Files.createDirectories(dataFolder);
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()))
                .start();
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    private static Path module(String name) {
        return Path.of("").toAbsolutePath().resolveSibling(name);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port for the test server", e);
        }
    }
}
