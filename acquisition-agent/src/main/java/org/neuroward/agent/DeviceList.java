package org.neuroward.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neuroward.agent.device.openbci.SerialPortFound;
import org.neuroward.agent.device.openbci.SerialPorts;
import org.neuroward.lsl.Discovery;
import org.neuroward.lsl.FoundStream;
import org.neuroward.lsl.NetworkSettings;
import org.neuroward.lsl.StreamKind;

/** The sub-command {@code devices}: what could be recorded from here, and how {@code --device} names it. */
final class DeviceList {

    static final String COMMAND = "devices";

    private static final Duration SEARCH = Duration.ofSeconds(2);
    private static final int FAILED = 2;

    private final List<FoundStream> streams;
    private final List<SerialPortFound> ports;

    DeviceList(List<FoundStream> streams, List<SerialPortFound> ports) {
        this.streams = List.copyOf(streams);
        this.ports = List.copyOf(ports);
    }

    /** Exit code; what is wrong is one sentence on {@code err}. */
    static int run(String[] arguments, PrintStream out, PrintStream err, Locale locale) {
        List<String> peers = List.of();
        boolean json = false;
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals("--json")) {
                json = true;
            } else if (arguments[i].equals("--known-peers") && i + 1 < arguments.length) {
                peers = Arrays.stream(arguments[++i].split(","))
                        .map(String::strip)
                        .filter(p -> !p.isEmpty())
                        .toList();
            } else {
                err.println(say(locale, "devices.option", arguments[i]));
                return FAILED;
            }
        }
        try {
            NetworkSettings network = NetworkSettings.standard().withKnownPeers(peers);
            var list = new DeviceList(new Discovery(network).findAll(SEARCH), SerialPorts.list());
            out.print(json ? list.json() : list.text(locale));
            return 0;
        } catch (IOException e) {
            err.println(say(locale, "devices.failed", e.getMessage()));
            return FAILED;
        }
    }

    private static String say(Locale locale, String key, Object... facts) {
        return StartException.sentence(key, facts, locale);
    }

    String text(Locale locale) {
        var lines = new ArrayList<String>();
        if (streams.isEmpty() && ports.isEmpty()) {
            lines.add(say(locale, "devices.nothing"));
        }
        if (!streams.isEmpty()) {
            lines.add(say(locale, "devices.streams"));
            streams.forEach(stream -> add(stream, lines, locale));
        }
        if (!ports.isEmpty()) {
            lines.add(say(locale, "devices.ports"));
            ports.forEach(port -> add(port, lines, locale));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void add(FoundStream stream, List<String> lines, Locale locale) {
        StreamKind kind = stream.description().kind();
        String rate = kind.isRegular()
                ? say(locale, "devices.rate", number(kind.nominalHertz()))
                : say(locale, "devices.irregular");
        lines.add("  " + plain(kind.name())
                + say(
                        locale,
                        "devices.stream",
                        plain(kind.type()),
                        kind.channelCount(),
                        rate,
                        kind.format().xmlName(),
                        place(stream),
                        plain(stream.description().instance().hostname())));
        lines.add(
                canBeRecorded(kind)
                        ? "    --device '" + address(stream) + "'"
                        : "    "
                                + say(
                                        locale,
                                        kind.format().isText() ? "devices.markers" : "devices.unusable",
                                        plain(kind.name())));
    }

    private static void add(SerialPortFound port, List<String> lines, Locale locale) {
        lines.add("  " + port.name() + "  " + plain(port.description())
                + (port.mayBeOpenBci() ? "  " + say(locale, "devices.openbci") : ""));
        if (port.mayBeOpenBci()) {
            lines.add("    --device 'openbci:" + port.name() + "'");
        }
    }

    private static boolean canBeRecorded(StreamKind kind) {
        return kind.isRegular() && !kind.format().isText() && kind.channelCount() > 0;
    }

    private static String place(FoundStream stream) {
        return stream.host().getHostAddress() + ":" + stream.data().getPort();
    }

    /** By name where the name needs no quoting, else by place, which changes when the stream's program is started again. */
    private static String address(FoundStream stream) {
        String name = stream.description().kind().name();
        return "lsl:" + (name.matches("[\\p{L}\\p{N}_-]+") ? name : place(stream));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** What others send is not let loose on a terminal. */
    private static String plain(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() <= 60 ? clean : clean.substring(0, 60) + "…";
    }

    String json() {
        var list = new LinkedHashMap<String, Object>();
        list.put("lslStreams", streams.stream().map(DeviceList::facts).toList());
        list.put("serialPorts", ports.stream().map(DeviceList::facts).toList());
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(list) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and numbers can be written", e);
        }
    }

    private static Map<String, Object> facts(FoundStream stream) {
        StreamKind kind = stream.description().kind();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", kind.name());
        facts.put("type", kind.type());
        facts.put("channels", kind.channelCount());
        facts.put("format", kind.format().xmlName());
        facts.put("nominalHertz", kind.nominalHertz());
        facts.put("sourceId", kind.sourceId());
        facts.put("hostname", stream.description().instance().hostname());
        facts.put("uid", stream.description().instance().uid());
        facts.put("address", place(stream));
        if (canBeRecorded(kind)) {
            facts.put("device", address(stream));
        }
        return facts;
    }

    private static Map<String, Object> facts(SerialPortFound port) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", port.name());
        facts.put("description", port.description());
        facts.put("serialNumber", port.serialNumber());
        facts.put("mayBeOpenBci", port.mayBeOpenBci());
        return facts;
    }
}
