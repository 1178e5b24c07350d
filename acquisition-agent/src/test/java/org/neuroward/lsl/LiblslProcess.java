package org.neuroward.lsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link LiblslPeer} that runs; finds the library that {@code ./neuroward test} fetches. */
final class LiblslProcess implements AutoCloseable {

    static final String ABSENT = "liblsl is not here: ./neuroward test fetches it (npm package node-lsl 0.1.0) to "
            + "~/.cache/neuroward; x86-64 Linux only";

    private final Process process;
    private final Writer orders;
    private final LinkedBlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private LiblslProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().start(this::readLines);
    }

    static Optional<Path> findLibrary() {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "neuroward", "node-lsl-0.1.0", "liblsl64.so");
        boolean fits = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return fits && Files.isRegularFile(cache) ? Optional.of(cache) : Optional.empty();
    }

    /** @param folder liblsl reads its settings from where it is started */
    static LiblslProcess start(Path folder, NetworkSettings.Ports ports, int protocol) throws IOException {
        Files.writeString(
                folder.resolve("lsl_api.cfg"), """
                [ports]
                MulticastPort = %d
                BasePort = %d
                PortRange = %d
                IPv6 = disable
                [multicast]
                ResolveScope = machine
                [lab]
                KnownPeers = {127.0.0.1}
                SessionID = neuroward-test
                [tuning]
                UseProtocolVersion = %d
                """.formatted(ports.discovery(), ports.base(), ports.count(), protocol));
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LiblslPeer.class.getName(),
                        findLibrary().orElseThrow().toString())
                .directory(folder.toFile())
                .redirectError(folder.resolve("liblsl.log").toFile())
                .start();
        return new LiblslProcess(process);
    }

    private void readLines() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(Optional.of(line));
            }
            lines.add(Optional.empty());
        } catch (IOException e) {
            lines.add(Optional.empty());
        }
    }

    /** Gives an order without waiting for the answer. */
    void order(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the next answer. */
    List<String> answer() {
        var answer = new ArrayList<String>();
        while (true) {
            Optional<String> line = next();
            assertThat(line).as("liblsl's process has ended").isPresent();
            if (line.get().equals(".")) {
                return answer;
            }
            answer.add(line.get());
        }
    }

    private Optional<String> next() {
        try {
            Optional<String> line = lines.poll(40, TimeUnit.SECONDS);
            assertThat(line).as("liblsl's process answers").isNotNull();
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<String> ask(String order) {
        order(order);
        return answer();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
