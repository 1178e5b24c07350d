package org.neuroward.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.faults.FaultSyntaxException;
import org.neuroward.agent.device.faults.Faults;
import org.neuroward.agent.operator.LocalPage;
import org.neuroward.agent.spool.SpoolPlan;
import org.neuroward.agent.uplink.ServerAddress;

/** What the agent was told on the command line. */
record Options(
        ServerAddress server,
        String agentId,
        String secret,
        Path data,
        Optional<Path> spareData,
        Duration keep,
        DeviceAddress device,
        double speed,
        OptionalLong seed,
        Optional<Faults> faults,
        int localPort,
        Optional<OfferedSignal> offered) {

    /** The signal is offered to other programs, under this name and on this address only. */
    record OfferedSignal(String name, InetAddress address) {}

    private static final double FASTEST = 1000;
    private static final int LARGEST_PORT = 65535;
    private static final Set<String> NAMES = Set.of(
            "--server",
            "--agent-id",
            "--secret",
            "--secret-file",
            "--data",
            "--spare-data",
            "--keep-days",
            "--device",
            "--recording",
            "--speed",
            "--seed",
            "--faults",
            "--local-port",
            "--lsl-outlet",
            "--lsl-outlet-address",
            "--tls-trust");

    static Options parse(String... arguments) throws StartException {
        Map<String, String> given = pairs(arguments);
        return new Options(
                server(given),
                required(given, "--agent-id"),
                secret(given),
                path(required(given, "--data")),
                optionalPath(given, "--spare-data"),
                keep(given),
                device(given),
                speed(given),
                seed(given),
                faults(given),
                localPort(given),
                offered(given));
    }

    private static Optional<OfferedSignal> offered(Map<String, String> given) throws StartException {
        String name = given.get("--lsl-outlet");
        String address = given.getOrDefault("--lsl-outlet-address", "127.0.0.1");
        if (name == null && given.containsKey("--lsl-outlet-address")) {
            throw new StartException("option.missing", "--lsl-outlet");
        }
        // Digits only: a host's name would be looked up, and could lead anywhere.
        if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*") || name != null && name.isBlank()) {
            throw new StartException("option.lsl-outlet", address);
        }
        try {
            InetAddress place = InetAddress.getByName(address);
            return Optional.ofNullable(name).map(stream -> new OfferedSignal(stream, place));
        } catch (UnknownHostException e) {
            throw new StartException("option.lsl-outlet", address);
        }
    }

    private static Map<String, String> pairs(String... arguments) throws StartException {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!NAMES.contains(name)) {
                throw new StartException("option.unknown", name);
            }
            if (i + 1 == arguments.length || NAMES.contains(arguments[i + 1])) {
                throw new StartException("option.without-value", name);
            }
            if (given.put(name, arguments[i + 1]) != null) {
                throw new StartException("option.twice", name);
            }
        }
        return given;
    }

    private static String required(Map<String, String> given, String name) throws StartException {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw new StartException("option.missing", name);
        }
        return value;
    }

    private static ServerAddress server(Map<String, String> given) throws StartException {
        String value = required(given, "--server");
        int colon = value.lastIndexOf(':');
        String port = value.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
            throw new StartException("option.server", value);
        }
        Optional<Path> trust = optionalPath(given, "--tls-trust");
        if (trust.isPresent() && !Files.isReadable(trust.get())) {
            throw new StartException("file.unreadable", trust.get());
        }
        return new ServerAddress(value.substring(0, colon), Integer.parseInt(port), trust);
    }

    private static String secret(Map<String, String> given) throws StartException {
        if (given.containsKey("--secret") == given.containsKey("--secret-file")) {
            throw new StartException("option.secret");
        }
        if (given.containsKey("--secret")) {
            return required(given, "--secret");
        }
        Path file = path(required(given, "--secret-file"));
        try {
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new StartException("file.no-secret", file);
            }
            return secret;
        } catch (IOException e) {
            throw new StartException("file.unreadable", file);
        }
    }

    /** {@code --recording FILE} is the short form of {@code --device playback:FILE}. */
    private static DeviceAddress device(Map<String, String> given) throws StartException {
        if (given.containsKey("--recording") && given.containsKey("--device")) {
            throw new StartException("option.two-devices");
        }
        if (given.containsKey("--recording")) {
            return new DeviceAddress(Amplifiers.PLAYBACK, given.get("--recording"), Map.of());
        }
        try {
            return DeviceAddress.parse(given.getOrDefault("--device", Amplifiers.SIMULATED));
        } catch (AddressException e) {
            throw StartException.of(e);
        }
    }

    private static Duration keep(Map<String, String> given) throws StartException {
        String days = given.getOrDefault("--keep-days", Long.toString(SpoolPlan.KEEP.toDays()));
        if (!days.matches("\\d{1,5}")) {
            throw new StartException("option.keep-days", days);
        }
        return Duration.ofDays(Long.parseLong(days));
    }

    private static double speed(Map<String, String> given) throws StartException {
        String value = given.getOrDefault("--speed", "1");
        double speed = value.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(value) : 0;
        if (!(speed > 0 && speed <= FASTEST)) {
            throw new StartException("option.speed", value);
        }
        return speed;
    }

    private static int localPort(Map<String, String> given) throws StartException {
        String value = given.getOrDefault("--local-port", String.valueOf(LocalPage.DEFAULT_PORT));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > LARGEST_PORT) {
            throw new StartException("option.local-port", value);
        }
        return Integer.parseInt(value);
    }

    private static OptionalLong seed(Map<String, String> given) throws StartException {
        String value = given.get("--seed");
        if (value == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw new StartException("option.seed", value);
        }
    }

    private static Optional<Faults> faults(Map<String, String> given) throws StartException {
        String value = given.get("--faults");
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Faults.parse(value));
        } catch (FaultSyntaxException e) {
            throw new StartException("option.faults", e.getMessage());
        }
    }

    private static Optional<Path> optionalPath(Map<String, String> given, String name) throws StartException {
        String value = given.get(name);
        return value == null ? Optional.empty() : Optional.of(path(value));
    }

    private static Path path(String value) throws StartException {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new StartException("file.unreadable", value);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Options[server=" + server + ", agentId=" + agentId + ", data=" + data + "]";
    }
}
