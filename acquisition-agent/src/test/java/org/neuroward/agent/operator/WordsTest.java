package org.neuroward.agent.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.neuroward.agent.uplink.LinkState;
import org.neuroward.protocol.Procedures;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.Impedance;

class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesSayTheSameThings() throws Exception {
        ResourceBundle english = bundle("texts.properties");
        ResourceBundle chinese = bundle("texts_zh.properties");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(places(chinese.getString(key))).as(key).isEqualTo(places(english.getString(key)));
        }
    }

    private static ResourceBundle bundle(String name) throws Exception {
        try (var file = Words.class.getResourceAsStream(name)) {
            return new PropertyResourceBundle(
                    new java.io.InputStreamReader(file, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static List<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    @Test
    void everyStateRefusalAndReasonHasItsSentence() {
        var keys = new ArrayList<String>();
        for (LinkState.Reason reason : LinkState.Reason.values()) {
            keys.add("reason." + reason);
        }
        for (DeskRefusal refusal : DeskRefusal.values()) {
            keys.add("refusal." + refusal);
        }
        for (DeviceState device : DeviceState.values()) {
            keys.add("device." + device);
            keys.add("device." + device + ".advice");
        }
        for (DiskState disk : DiskState.values()) {
            if (disk != DiskState.OK) {
                keys.add("disk." + disk);
            }
        }
        for (Impedance.State state : Impedance.State.values()) {
            keys.add("impedance." + state);
        }
        Procedures.list()
                .forEach(procedure -> keys.add("procedure." + procedure.id().substring("resting-eeg/".length())));

        for (Locale language : Words.LANGUAGES) {
            Words words = Words.of(language);
            assertThat(keys).as(language.toString()).allMatch(words::knows);
        }
    }

    @Test
    void everyKindOfChineseReadsChineseAndEveryoneElseEnglish() {
        assertThat(Words.of(Locale.TRADITIONAL_CHINESE).say("link.online")).isEqualTo("在线");
        assertThat(Words.of(Locale.GERMAN).say("link.online")).isEqualTo("Online");
    }
}
