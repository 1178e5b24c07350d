package org.neuroward.clinic.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.wire.GapCause;

/** The scripts speak only texts that the page hands them, and the page keeps to the strict content security policy. */
class BedsideTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SCRIPTS = RESOURCES.resolve("META-INF/resources/assets/bedside");
    private static final Path TEMPLATES = RESOURCES.resolve("templates/session");
    private static final Pattern GET = Pattern.compile("texts\\.get\\('(\\w+)'");
    private static final Pattern DATA = Pattern.compile("data-([a-z-]+)=");

    @Test
    void everyTextThatAScriptAsksForIsOnThePage() throws IOException {
        Set<String> asked = found(GET, SCRIPTS, ".js");

        assertThat(handedOver()).containsAll(asked);
        assertThat(asked).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(SessionPhase.class)
    void everyPhaseOfASessionHasItsName(SessionPhase phase) throws IOException {
        assertThat(handedOver()).contains(camel("state-" + phase.word()));
    }

    @ParameterizedTest
    @EnumSource(GapCause.class)
    void everyCauseOfAGapHasItsName(GapCause cause) throws IOException {
        assertThat(handedOver()).contains(camel("cause-" + cause.name().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sealing", "scoring", "drafting", "done", "refused", "failed"})
    void everyStageAfterTheRecordingHasItsSentence(String stage) throws IOException {
        assertThat(handedOver()).contains(camel("stage-" + stage));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bed.html",
                "session.html",
                "texts.html",
                "impedance.html",
                "alarms.html",
                "losses.html",
                "by-hand.html"
            })
    void noTemplateHoldsInlineScriptOrStyle(String template) throws IOException {
        String page = Files.readString(TEMPLATES.resolve(template));

        assertThat(page).doesNotContainPattern("\\sstyle=|<style|\\son[a-z]+=|<script(?![^>]*\\ssrc=)");
    }

    private static Set<String> handedOver() throws IOException {
        var keys = new TreeSet<String>();
        for (String key : found(DATA, TEMPLATES, ".html")) {
            keys.add(camel(key));
        }
        return keys;
    }

    private static Set<String> found(Pattern pattern, Path folder, String ending) throws IOException {
        var all = new TreeSet<String>();
        for (Path file : filesIn(folder, ending)) {
            Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.UTF_8));
            while (matcher.find()) {
                all.add(matcher.group(1));
            }
        }
        return all;
    }

    private static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** As a browser turns {@code data-eyes-closed} into {@code dataset.eyesClosed}. */
    private static String camel(String dashed) {
        return Pattern.compile("-([a-z])").matcher(dashed).replaceAll(found -> found.group(1)
                .toUpperCase(Locale.ROOT));
    }
}
