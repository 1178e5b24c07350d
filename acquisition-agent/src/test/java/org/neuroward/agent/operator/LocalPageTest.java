package org.neuroward.agent.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.agent.uplink.LinkState;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.PatientClaim;

class LocalPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD_START =
            "{\"order\":\"A-17\",\"orderAgain\":\"A-17\",\"patient\":\"P.4\",\"patientAgain\":\"P.4\","
                    + "\"procedure\":\"resting-eeg/short\",\"by\":\"tech\",\"asked\":true}";

    @TempDir
    Path folder;

    private final ScriptedDesk desk = new ScriptedDesk();
    private LocalPage page;
    private PageVisitor visitor;

    @BeforeEach
    void open() throws IOException {
        page = LocalPage.open(desk, new LiveTrace(), 0, folder);
        visitor = new PageVisitor(page.port());
    }

    @AfterEach
    void close() throws IOException {
        page.close();
    }

    @Test
    void noOtherMachineCanReachIt() throws IOException {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses()
                    .filter(found -> found instanceof Inet4Address && !found.isLoopbackAddress())
                    .toList()) {
                assertThat(reachable(address))
                        .as("through %s", network.getName())
                        .isFalse();
            }
        }
        assertThat(reachable(InetAddress.getByName("127.0.0.1"))).isTrue();
        // Another loopback address is another one: the page is bound to the first alone.
        assertThat(reachable(InetAddress.getByName("127.0.0.2"))).isFalse();
    }

    private boolean reachable(InetAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, page.port()), 2000);
            return true;
        } catch (ConnectException | java.net.SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void aPageThatGaveItsOwnNameThisAddressReadsNothing() throws IOException {
        for (String host : List.of("evil.example:" + page.port(), "evil.example", "127.0.0.1", "127.0.0.1:1")) {
            PageVisitor.Answer answer = visitor.send("GET / HTTP/1.1\r\nHost: " + host + "\r\n", "");

            assertThat(answer.status()).as(host).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("bed-token");
        }
        assertThat(visitor.send("GET / HTTP/1.1\r\nHost: localhost:" + page.port() + "\r\n", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherPageOfTheSameBrowserCannotAct() throws IOException {
        String token = "X-Bed-Token: " + visitor.token();
        List<String[]> foreign = List.of(
                new String[] {token, "Origin: http://evil.example"},
                new String[] {token, "Origin: null"},
                new String[] {token, "Origin: http://127.0.0.1:" + (page.port() + 1)},
                new String[] {token, "Sec-Fetch-Site: cross-site"},
                new String[] {token, "Sec-Fetch-Site: same-site"},
                new String[] {"Origin: http://" + visitor.host()},
                new String[] {"X-Bed-Token: " + "0".repeat(64)});
        for (String[] headers : foreign) {
            assertThat(visitor.post("/api/stop", "{}", headers).status())
                    .as(String.join(", ", headers))
                    .isEqualTo(403);
            assertThat(visitor.get("/api/status", headers).status())
                    .as(String.join(", ", headers))
                    .isEqualTo(403);
        }
        assertThat(desk.asked).isEmpty();

        assertThat(visitor.post("/api/stop", "{}", token, "Sec-Fetch-Site: same-origin")
                        .status())
                .isEqualTo(200);
        assertThat(desk.asked).containsExactly("stop");
    }

    @Test
    void nothingForeignOrInlineRunsInThePage() throws IOException {
        PageVisitor.Answer answer = visitor.get("/");

        assertThat(answer.head())
                .containsIgnoringCase(
                        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("frame-ancestors 'none'")
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .containsIgnoringCase("Cache-Control: no-store");
        assertThat(answer.body())
                .doesNotContain("http://", "https://", " style=", " onclick=")
                .contains("ward-3 &lt;bed&gt; &quot;1&quot;")
                .doesNotContain("<bed>", "{{");
        for (String file : List.of("/page.css", "/page.js", "/ask.js", "/alarm.js", "/desk.js", "/trace.js")) {
            PageVisitor.Answer part = visitor.get(file);
            assertThat(part.status()).as(file).isEqualTo(200);
            assertThat(part.body()).as(file).doesNotContain("http://", "https://", "innerHTML", "eval(");
        }
        assertThat(visitor.get("/texts.properties").status()).isEqualTo(404);
        assertThat(visitor.get("/../page.html").status()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', en",
        "'Accept-Language: zh-CN,zh;q=0.9', '', zh-CN",
        "'Accept-Language: de', '', en",
        "'Accept-Language: ;;;', '', en",
        "'Accept-Language: en', '?lang=zh', zh-CN",
        "'Cookie: x=1; bed-lang=zh', '', zh-CN",
        "'Cookie: bed-lang=zh', '?lang=en', en"
    })
    void thePageSpeaksItsReadersLanguage(String header, String query, String language) throws IOException {
        String[] headers = header.isEmpty() ? new String[0] : new String[] {header};

        assertThat(visitor.get("/" + query, headers).body()).contains("<html lang=\"" + language + "\">");
    }

    @Test
    void aStartCarriesWhomItIsOfAndTheBlocksOfItsProcedure() throws IOException {
        assertThat(visitor.act("start", GOOD_START).status()).isEqualTo(200);

        assertThat(desk.started.claim()).isEqualTo(new PatientClaim("A-17", "P.4", "tech"));
        assertThat(desk.started.procedure()).isEqualTo("resting-eeg/short");
        assertThat(desk.started.plan()).extracting(PlannedBlock::text).containsExactly("Eyes closed", "Eyes open");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"orderAgain\":\"A-17\"  | \"orderAgain\":\"A-71\"  | order-differs",
                "\"orderAgain\":\"A-17\"  | \"orderAgain\":\"\"      | order-differs",
                "\"patientAgain\":\"P.4\" | \"patientAgain\":\"P.5\" | patient-differs",
                "\"asked\":true           | \"asked\":false          | not-asked",
                "\"by\":\"tech\"          | \"by\":\" \"             | no-person",
                "resting-eeg/short        | resting-eeg/none         | procedure",
                "A-17                     | A 17                     | unusable",
                "A-17                     | <A>                      | unusable"
            })
    void aSlipAtTheStartIsToldAndNothingBegins(String from, String to, String code) throws IOException {
        PageVisitor.Answer answer = visitor.act("start", GOOD_START.replace(from, to));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void withoutAnyNumberNothingBegins() throws IOException {
        PageVisitor.Answer answer = visitor.act("start", "{\"by\":\"tech\",\"asked\":true}");

        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("no-number");
        assertThat(desk.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"text\":7}", "{\"text\":\"\\u0007\"}", "{\"text\":\"   \"}"})
    void aRequestThatMakesNoSenseIsRefusedAndTheNextIsAnswered(String body) throws IOException {
        desk.activity = ScriptedDesk.recording();
        int status = visitor.act("mark", body).status();

        assertThat(status).isIn(200, 422);
        assertThat(desk.asked).isSubsetOf("mark 7");
        assertThat(visitor.act("mark", "{\"text\":\"moved\"}").status()).isEqualTo(200);
        assertThat(desk.asked).contains("mark moved");
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws IOException {
        assertThat(visitor.act("mark", "x".repeat(9000)).status()).isEqualTo(413);
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void aRefusalOfTheBedIsOneSentence() throws IOException {
        desk.refusal = Optional.of(DeskRefusal.DISK_LOW);

        PageVisitor.Answer answer = visitor.act("start", GOOD_START);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(JSON.readTree(answer.body()).path("sentence").asText()).contains("nearly full");
    }

    @Test
    void theStateTellsWhatTheTechnicianNeeds() throws IOException {
        desk.activity = ScriptedDesk.recording();
        desk.device = DeviceState.STREAMING;

        JsonNode status = status();

        assertThat(status.path("activity").path("code").asText()).isEqualTo("recording-offline");
        assertThat(status.path("activity").path("seconds").asDouble()).isEqualTo(75);
        assertThat(status.path("activity").path("block").asText()).isEqualTo("Now: eyes open, 45 s left");
        assertThat(status.path("activity").path("claim").asText()).contains("A-17", "P-4");
        assertThat(status.path("link").path("sentence").asText()).isEqualTo("Buffering, 12 min");
        // 3 channels x 250 Hz x 4 bytes and a twentieth more are 3,150 B/s: 108 MB last 9.5 hours.
        assertThat(status.path("disk").path("sentence").asText()).isEqualTo("Room for 9 h");
        assertThat(status.path("impedance")
                        .path("electrodes")
                        .path(0)
                        .path("value")
                        .asText())
                .isEqualTo("4.2 kΩ");
        assertThat(status.path("alarms")).isEmpty();
    }

    @Test
    void aDeadDeviceIsALoudAlarmWhileItIsNeeded() throws IOException {
        Map<Activity, Integer> expected = Map.of(
                new Activity.Idle(),
                0,
                new Activity.Showing(Optional.empty()),
                1,
                new Activity.Showing(Optional.of(UUID.randomUUID())),
                1,
                ScriptedDesk.recording(),
                1);
        for (DeviceState dead : List.of(DeviceState.SILENT, DeviceState.ABSENT)) {
            desk.device = dead;
            for (Map.Entry<Activity, Integer> one : expected.entrySet()) {
                desk.activity = one.getKey();
                JsonNode alarms = status().path("alarms");

                assertThat(alarms).as("%s, %s", dead, one.getKey()).hasSize(one.getValue());
                alarms.forEach(
                        alarm -> assertThat(alarm.path("loud").asBoolean()).isTrue());
            }
        }
    }

    @Test
    void aDiskThatTakesNothingIsAnAlarmLoudWhileRecording() throws IOException {
        for (DiskState disk : List.of(DiskState.FULL, DiskState.READ_ONLY, DiskState.FAILED)) {
            desk.disk = disk;
            desk.activity = new Activity.Idle();
            assertThat(status().path("alarms").path(0).path("loud").asBoolean(true))
                    .isFalse();
            desk.activity = ScriptedDesk.recording();
            assertThat(status().path("alarms").path(0).path("loud").asBoolean(false))
                    .isTrue();
        }
    }

    @Test
    void aSessionOfTheServerLeavesMarkAndStopAndTakesStart() throws IOException {
        desk.link = new LinkState.Online();
        desk.activity = new Activity.Showing(Optional.of(UUID.randomUUID()));
        assertThat(status().path("may").path("start").asBoolean()).isFalse();

        desk.link = new LinkState.Buffering(Duration.ofSeconds(5));
        assertThat(status().path("may").path("start").asBoolean()).isTrue();

        desk.activity = ScriptedDesk.recording();
        JsonNode may = status().path("may");
        assertThat(may.path("start").asBoolean()).isFalse();
        assertThat(may.path("mark").asBoolean()).isTrue();
        assertThat(may.path("stop").asBoolean()).isTrue();
    }

    private JsonNode status() throws IOException {
        PageVisitor.Answer answer = visitor.get("/api/status", "X-Bed-Token: " + visitor.token());
        assertThat(answer.status()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void onlyItsUserCanReadWhereItIsAndItLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("bedside-page");

        assertThat(PageAddress.find(folder)).hasValue(new PageAddress(page.port(), visitor.token()));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        page.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void aPortThatIsTakenIsNoReasonNotToRecord() throws IOException {
        try (LocalPage second = LocalPage.open(desk, new LiveTrace(), page.port(), folder)) {
            assertThat(second.port()).isNotEqualTo(page.port());
            assertThat(new PageVisitor(second.port()).get("/").status()).isEqualTo(200);
        }
    }
}
