package org.neuroward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.device.openbci.SerialPortFound;
import org.neuroward.lsl.ChannelFormat;
import org.neuroward.lsl.Element;
import org.neuroward.lsl.FoundStream;
import org.neuroward.lsl.StreamDescription;
import org.neuroward.lsl.StreamInstance;
import org.neuroward.lsl.StreamKind;
import org.neuroward.lsl.StreamPorts;

class DeviceListTest {

    private static FoundStream stream(String name, ChannelFormat format, double hertz) throws IOException {
        var kind = new StreamKind(name, "EEG", 32, format, "id-1", hertz);
        var instance =
                new StreamInstance("u-1", 1, "default", "lab\u001b[2Jpc", new StreamPorts(16573, 16572, 0, 0), 110);
        return new FoundStream(
                new StreamDescription(kind, instance, Element.of("desc")), InetAddress.getByName("10.0.0.7"));
    }

    @Test
    void streamsAndPortsAreListedWithTheOptionThatNamesThem() throws IOException {
        var list = new DeviceList(
                List.of(
                        stream("NeuroHub", ChannelFormat.FLOAT32, 500),
                        stream("a name", ChannelFormat.INT32, 0.5),
                        stream("marks", ChannelFormat.STRING, 0)),
                List.of(
                        new SerialPortFound("ttyUSB0", "DM01", "FT231X", 0x0403, 0x6015),
                        new SerialPortFound("ttyS0", "", "", -1, -1)));

        String text = list.text(Locale.ENGLISH);

        assertThat(text.lines())
                .containsExactly(
                        "Streams of Lab Streaming Layer:",
                        "  NeuroHub  EEG, 32 channels, 500 Hz, float32; 10.0.0.7:16573 on lab [2Jpc",
                        "    --device 'lsl:NeuroHub'",
                        "  a name  EEG, 32 channels, 0.5 Hz, int32; 10.0.0.7:16573 on lab [2Jpc",
                        "    --device 'lsl:10.0.0.7:16573'",
                        "  marks  EEG, 32 channels, no fixed rate, string; 10.0.0.7:16573 on lab [2Jpc",
                        "    texts: for another stream's setting markers=marks",
                        "Serial ports:",
                        "  ttyUSB0  FT231X  may be an OpenBCI dongle",
                        "    --device 'openbci:ttyUSB0'",
                        "  ttyS0  ");
        assertThat(list.text(Locale.SIMPLIFIED_CHINESE)).contains("32 个通道", "可能是 OpenBCI 接收器");
        JsonNode json = new ObjectMapper().readTree(list.json());
        assertThat(json.at("/lslStreams/0/device").asText()).isEqualTo("lsl:NeuroHub");
        assertThat(json.at("/lslStreams/0/nominalHertz").asDouble()).isEqualTo(500);
        assertThat(json.at("/lslStreams/2/device").isMissingNode()).isTrue();
        assertThat(json.at("/serialPorts/0/mayBeOpenBci").asBoolean()).isTrue();
    }

    @Test
    void nothingFoundIsSaidInASentence() {
        var nothing = new DeviceList(List.of(), List.of());

        assertThat(nothing.text(Locale.ENGLISH)).contains("--known-peers").endsWith(".\n");
        assertThat(nothing.text(Locale.SIMPLIFIED_CHINESE))
                .contains("--known-peers")
                .endsWith("。\n");
    }

    @Test
    void anUnknownOptionIsRefused() {
        var err = new ByteArrayOutputStream();
        var nowhere = new PrintStream(java.io.OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

        int code = AgentMain.run(
                new String[] {"devices", "--all"},
                nowhere,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH);

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("not \"--all\"");
    }
}
