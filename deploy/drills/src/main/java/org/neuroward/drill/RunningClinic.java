package org.neuroward.drill;

import java.io.File;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The built clinic as real processes on free ports of this machine: server with its embedded PostgreSQL, beds with their
 * agents. What the demo command runs, without the command.
 *
 * <p>Beds are numbered from 1. The server is a demo's, with as many beds and at least as many patients with an open order.
 */
public final class RunningClinic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int STOP_SECONDS = 20;
    private static final int LOG_LINES_SHOWN = 30;

    private final Path dataFolder;
    private final int beds;
    private final List<String> serverOptions;
    private final int httpPort = freePort();
    private final int agentsPort = freePort();
    private final Map<Integer, Process> agents = new ConcurrentHashMap<>();
    private List<String> usualAgentOptions = List.of();
    private Process server;

    private RunningClinic(Path dataFolder, int beds, List<String> serverOptions) {
        this.dataFolder = dataFolder;
        this.beds = beds;
        this.serverOptions = List.copyOf(serverOptions);
    }

    /**
     * A clinic of which nothing runs yet.
     *
     * @param serverOptions for its JVM, for example {@code -Xmx512m} or {@code -Dneuroward.clinic-name=Drill}
     */
    public static RunningClinic of(Path dataFolder, int beds, String... serverOptions) {
        return new RunningClinic(dataFolder, beds, List.of(serverOptions));
    }

    /**
     * Starts a server and the agent of its one bed, and returns when the server is ready.
     *
     * @param agentOptions for example {@code --recording FILE}
     */
    public static RunningClinic start(Path dataFolder, String... agentOptions)
            throws IOException, InterruptedException {
        RunningClinic clinic = of(dataFolder, 1);
        clinic.usualAgentOptions = List.of(agentOptions);
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

    /** Where the server listens for agents. */
    public int agentsPort() {
        return agentsPort;
    }

    public int beds() {
        return beds;
    }

    /** As pages show it. */
    public static String bedName(int bed) {
        return "演示床位 " + bed + " · Demo bed " + bed;
    }

    public static String agentId(int bed) {
        return "demo-bed-" + bed;
    }

    /** Number of the patient that is meant for a bed: each has an open order when the server starts. */
    public static String patientNumber(int bed) {
        return String.format(Locale.ROOT, "DEMO-%04d", bed);
    }

    public Path secretFile(int bed) {
        return dataFolder.resolve(bed == 1 ? "demo-agent-secret" : "demo-agent-secret-" + bed);
    }

    public Path dataFolder() {
        return dataFolder;
    }

    /** Data folder of a bed's agent. */
    public Path agentFolder(int bed) {
        return dataFolder.resolve(bed == 1 ? "agent" : "agent-" + bed);
    }

    /** Where a recording's file is, once it is sealed. */
    public Path sealedFile(String recordingId) {
        return dataFolder.resolve("recordings/sealed").resolve(recordingId + ".bdf");
    }

    /** Output of a process: {@code server}, {@code agent}, or {@code agent-2} and so on. */
    public Path log(String process) {
        return dataFolder.resolve(process + ".log");
    }

    /** A technician of this clinic, signed in. */
    public Technician technician() throws IOException, InterruptedException {
        return Technician.signedIn(address(), "tech", "demo-tech");
    }

    /** Starts the server and returns when it is ready. */
    public void startServer() throws IOException, InterruptedException {
        launchServer();
        awaitReady();
    }

    /** Starts the server without waiting for it. */
    public void launchServer() throws IOException {
        List<String> arguments = new ArrayList<>(serverOptions);
        arguments.addAll(List.of(
                "-Dneuroward.demo=true",
                "-Dneuroward.demo.beds=" + beds,
                "-Dquarkus.http.port=" + httpPort,
                "-Dneuroward.agents.port=" + agentsPort,
                "-Dneuroward.data-folder=" + dataFolder,
                "-jar",
                Home.built("clinic-server")
                        .resolve("quarkus-app/quarkus-run.jar")
                        .toString()));
        server = launch("server", List.of(), arguments);
    }

    /** Starts the agent of the one bed with the options that the clinic was started with. */
    public void startAgent() throws IOException {
        startAgent(1, usualAgentOptions.toArray(String[]::new));
    }

    /** Starts the agent of a bed; it dials until the server answers. */
    public void startAgent(int bed, String... options) throws IOException {
        startAgentBehind(bed, agentsPort, options);
    }

    /** Starts the agent of a bed, which dials another port of this machine: a proxy's, say. */
    public void startAgentBehind(int bed, int port, String... options) throws IOException {
        startAgentAt(bed, List.of(), "localhost:" + port, options);
    }

    /**
     * Starts the agent of a bed somewhere else on this machine.
     *
     * @param prefix command that runs the command behind it there, for example {@code ip netns exec NAME}
     * @param address of the server, as it is seen from there
     */
    public void startAgentAt(int bed, List<String> prefix, String address, String... options) throws IOException {
        Path target = Home.built("acquisition-agent");
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx256m",
                "-cp",
                target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*",
                "org.neuroward.agent.AgentMain",
                "--server",
                address,
                "--agent-id",
                agentId(bed),
                "--secret-file",
                secretFile(bed).toString(),
                "--data",
                agentFolder(bed).toString()));
        arguments.addAll(List.of(options));
        agents.put(bed, launch(bed == 1 ? "agent" : "agent-" + bed, prefix, arguments));
    }

    /** Ends the server as a power cut would: no shutdown code runs. */
    public void killServer() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    /** Ends the agent of the one bed as a power cut would: no shutdown code runs. */
    public void killAgent() throws InterruptedException {
        killAgent(1);
    }

    /** Ends the agent of a bed as a power cut would: no shutdown code runs. */
    public void killAgent(int bed) throws InterruptedException {
        agents.get(bed).destroyForcibly().waitFor();
    }

    /** The server's process, to be measured, stopped and continued. */
    public Process server() {
        return server;
    }

    /** The process of a bed's agent. */
    public Process agent(int bed) {
        return agents.get(bed);
    }

    @Override
    public void close() throws InterruptedException {
        List<Process> all = new ArrayList<>(agents.values());
        all.forEach(Process::destroy);
        if (server != null) {
            server.destroy();
            all.add(server);
        }
        for (Process process : all) {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        endDatabase();
    }

    private void endDatabase() throws InterruptedException {
        Optional<ProcessHandle> left = database();
        if (left.isPresent()) {
            left.get().destroy();
            try {
                left.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                left.get().destroyForcibly();
            }
        }
    }

    /** The server's database, which outlives a server that was killed, until the next one takes it over. */
    public Optional<ProcessHandle> database() {
        Path cluster = dataFolder.resolve("postgresql/cluster");
        try (Stream<String> lines = Files.lines(cluster.resolve("postmaster.pid"))) {
            // A number alone could be another process's by now.
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Waits until the server says that it is ready. */
    public void awaitReady() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(address().resolve("/q/health/ready"))
                    .timeout(PATIENCE)
                    .build();
            Instant deadline = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(deadline) && server.isAlive()) {
                if (answers(client, ready)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("the server did not become ready; its log ends:\n" + tail(log("server")));
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    private Process launch(String name, List<String> prefix, List<String> arguments) throws IOException {
        Files.createDirectories(dataFolder);
        List<String> command = new ArrayList<>(prefix);
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()))
                .start();
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port on this machine", e);
        }
    }
}
