package org.neuroward.drill.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A network namespace of this computer for the beds, and a program that carries IP packets between it and the server: loses,
 * doubles, delays and reorders them. Needs Linux, its {@code ip} command, TUN devices, Python 3, and the rights of root.
 */
final class PacketNetwork implements Network {

    private static final String SCRIPT = "packet_weather.py";
    private static final String SERVER = "10.231.77.1";
    private static final String BEDS = "10.231.77.2";
    private static final int SECONDS = 10;

    private final String namespace;
    private final Process carrier;
    private final Writer orders;
    private final int port;

    private PacketNetwork(String namespace, Process carrier, int port) {
        this.namespace = namespace;
        this.carrier = carrier;
        this.orders = carrier.outputWriter(StandardCharsets.UTF_8);
        this.port = port;
    }

    /** What this computer lacks for it; empty when nothing. */
    static String lacks() throws InterruptedException {
        if (!Files.isWritable(Path.of("/dev/net/tun"))) {
            return "no TUN device that may be used";
        }
        for (String[] asked :
                new String[][] {{"ip", "-V"}, {"python3", "--version"}, {"ip", "netns", "add", probe()}}) {
            if (!works(asked)) {
                return "does not work: " + String.join(" ", asked);
            }
        }
        works("ip", "netns", "delete", probe());
        return "";
    }

    private static String probe() {
        return "neuroward-probe-" + ProcessHandle.current().pid();
    }

    /** @param folder where the program that carries packets is put */
    static PacketNetwork open(Path folder, int port, long seed) throws IOException, InterruptedException {
        String namespace = "neuroward-" + ProcessHandle.current().pid();
        String here = "nwh" + ProcessHandle.current().pid() % 100_000;
        String there = "nwt" + ProcessHandle.current().pid() % 100_000;
        must("ip", "netns", "add", namespace);
        Path script = folder.resolve(SCRIPT);
        try (InputStream in = PacketNetwork.class.getResourceAsStream(SCRIPT)) {
            Files.copy(in, script);
        }
        Process carrier = new ProcessBuilder("python3", script.toString(), namespace, here, there, Long.toString(seed))
                .redirectError(folder.resolve("packets.log").toFile())
                .start();
        BufferedReader said = carrier.inputReader(StandardCharsets.UTF_8);
        if (!"ready".equals(said.readLine())) {
            must("ip", "netns", "delete", namespace);
            throw new IOException("packets cannot be carried: " + Files.readString(folder.resolve("packets.log")));
        }
        must("ip", "address", "add", SERVER + "/30", "dev", here);
        must("ip", "link", "set", here, "mtu", "1400", "up");
        must("ip", "-n", namespace, "address", "add", BEDS + "/30", "dev", there);
        must("ip", "-n", namespace, "link", "set", there, "mtu", "1400", "up");
        must("ip", "-n", namespace, "link", "set", "lo", "up");
        return new PacketNetwork(namespace, carrier, port);
    }

    private static void must(String... command) throws IOException, InterruptedException {
        if (!works(command)) {
            throw new IOException("does not work: " + String.join(" ", command));
        }
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public List<String> agentPrefix() {
        return new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    }

    @Override
    public String serverAddress() {
        return SERVER + ":" + port;
    }

    @Override
    public void change(Weather weather) throws IOException {
        orders.write(String.format(
                Locale.ROOT,
                "{\"delayMillis\": %d, \"jitterMillis\": %d, \"loss\": %f, \"duplicate\": %f, \"reorder\": %f, \"cut\": %b}%n",
                weather.delayMillis(),
                weather.jitterMillis(),
                weather.loss(),
                weather.duplicate(),
                weather.reorder(),
                weather.cut()));
        orders.flush();
    }

    @Override
    public boolean hasPackets() {
        return true;
    }

    @Override
    public String words() {
        return "IP packets between two network namespaces";
    }

    @Override
    public void close() throws IOException, InterruptedException {
        orders.close();
        if (!carrier.waitFor(SECONDS, TimeUnit.SECONDS)) {
            carrier.destroyForcibly().waitFor();
        }
        works("ip", "netns", "delete", namespace);
    }
}
