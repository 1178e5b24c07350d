package org.neuroward.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neuroward.artifact.ArtifactKind;
import org.neuroward.preparation.RestingCondition;
import org.neuroward.report.content.Limitation;
import org.neuroward.report.content.PatientSnapshot;
import org.neuroward.report.content.ReportJson;
import org.neuroward.report.content.ReportStatus;
import org.neuroward.report.content.Signature;
import org.neuroward.report.content.StatementTemplate;
import org.neuroward.report.specimen.Specimens;
import org.neuroward.wire.GapCause;

class WordingTest {

    private static final List<Wording> LANGUAGES = List.of(Wording.ENGLISH, Wording.CHINESE);

    /** Codes that the resting analysis writes (its sources), beside those of its own enumerations. */
    private static final Map<String, List<String>> CODES = Map.of(
            "reason",
            List.of(
                    "no-alpha-peak",
                    "too-few-channels",
                    "too-few-channels-with-peak",
                    "too-little-clean-signal",
                    "low-signal-quality",
                    "unit-implausible",
                    "rate-too-low",
                    "no-eeg-channels",
                    "recording-too-long",
                    "not-eeg",
                    "unknown-position",
                    "reference-electrode",
                    "different-rate",
                    "bipolar",
                    "no-voltage",
                    "no-samples",
                    "bad-flat",
                    "bad-not-finite",
                    "bad-deviation",
                    "bad-high-frequency",
                    "bad-low-correlation",
                    "bad-ecg",
                    "above-band-limit",
                    "no-power"),
            "refusal",
            List.of(
                    "too-few-channels",
                    "rate-too-low",
                    "unit-implausible",
                    "too-little-clean-signal",
                    "low-signal-quality"),
            "notice",
            List.of(
                    "rate-below-specification",
                    "mixed-recording-references",
                    "presumed-muscle",
                    "drowsiness-left-out",
                    "line-noise-not-measured",
                    "stated-condition-ignored"),
            "condition",
            List.of("unmarked"),
            "reference",
            List.of("average"),
            "region",
            List.of("posterior"),
            "grade",
            List.of("green", "amber", "red"),
            "gap",
            Stream.of(GapCause.values())
                    .map(cause -> cause.name().toLowerCase(Locale.ROOT))
                    .toList());

    @Test
    void everyTextStandsInEveryLanguageWithTheSameSlots() {
        assertThat(Wording.CHINESE.keys()).isEqualTo(Wording.ENGLISH.keys());
        for (String key : Wording.ENGLISH.keys()) {
            assertThat(slots(Wording.CHINESE.text(key))).as(key).isEqualTo(slots(Wording.ENGLISH.text(key)));
            assertThat(Wording.ENGLISH.text(key)).as(key).isNotBlank();
        }
    }

    @Test
    void everyConstantAndEveryCodeOfAResultHasItsWords() {
        for (Wording wording : LANGUAGES) {
            for (StatementTemplate one : StatementTemplate.values()) {
                assertThat(slots(wording.text("statement." + ReportJson.code(one))))
                        .containsExactlyInAnyOrderElementsOf(one.slots());
            }
            for (Limitation one : Limitation.values()) {
                assertThat(wording.limitation(one)).isNotBlank();
            }
            for (Signature.Meaning one : Signature.Meaning.values()) {
                wording.text("meaning." + ReportJson.code(one));
            }
            for (ReportStatus one : ReportStatus.values()) {
                wording.text("status." + ReportJson.code(one));
            }
            for (PatientSnapshot.IdentifierKind one : PatientSnapshot.IdentifierKind.values()) {
                wording.text("identifier." + ReportJson.code(one));
            }
            for (ArtifactKind one : ArtifactKind.values()) {
                wording.text("artifact." + one.code());
            }
            for (RestingCondition one : RestingCondition.values()) {
                wording.text("condition." + one.code());
            }
            CODES.forEach((kind, codes) -> codes.forEach(code -> wording.text(kind + "." + code)));
        }
    }

    /** Clinical specification 0.3: what no report may ever say, and its like in Chinese. */
    @Test
    void nothingForbiddenIsSaidInAnyLanguage() {
        List<Pattern> forbidden = List.of(
                Pattern.compile("diagnos(ed|is of)", Pattern.CASE_INSENSITIVE),
                Pattern.compile("normal brain|abnormal", Pattern.CASE_INSENSITIVE),
                Pattern.compile("(has|have|not have) (autism|depression)", Pattern.CASE_INSENSITIVE),
                Pattern.compile(
                        "probability|\\bcured?\\b|\\btreated?\\b|accuracy|sensitivity|specificity",
                        Pattern.CASE_INSENSITIVE),
                Pattern.compile("诊断为|确诊|患有|正常脑|脑电正常|异常|治愈|已治疗|患病概率|准确率|灵敏度|特异度"));
        for (Wording wording : LANGUAGES) {
            for (String key : wording.keys()) {
                for (Pattern one : forbidden) {
                    assertThat(wording.text(key)).as(key).doesNotContainPattern(one);
                }
            }
        }
    }

    @Test
    void theMandatorySentenceIsInBothLanguagesAtOnce() {
        for (Wording wording : LANGUAGES) {
            assertThat(wording.text("mandatory.screening"))
                    .isEqualTo("Screening aid; not a diagnosis. 本结果为筛查辅助，不作为诊断依据。");
        }
    }

    @Test
    void statementsOfARestingEegNameNoScoreAgainstANorm() {
        for (Wording wording : LANGUAGES) {
            String all = Specimens.draft().statements().stream()
                    .map(wording::statement)
                    .reduce("", String::concat);

            assertThat(all).doesNotContainPattern("z ?= ?[-+0-9]").doesNotContain("{");
        }
        assertThat(Specimens.refused().statements())
                .extracting(Wording.ENGLISH::statement)
                .contains(
                        "No figures are given for this recording, because too little of the signal was free of artifact.");
    }

    @Test
    void anUnknownCodeIsShownAsItIsAndAMissingTextIsAFault() {
        assertThat(Wording.CHINESE.name("reason", "not-yet-known")).isEqualTo("not-yet-known");
        assertThat(Wording.of(Locale.forLanguageTag("zh-Hans-CN"))).isSameAs(Wording.CHINESE);
        assertThat(Wording.of(Locale.FRENCH)).isSameAs(Wording.ENGLISH);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Wording.ENGLISH.text("no.such.key"))
                .hasMessageContaining("no.such.key");
    }

    @Test
    void numbersArePlainDecimals() {
        assertThat(Numbers.power(1234.5)).isEqualTo("1230");
        assertThat(Numbers.power(0.00123456)).isEqualTo("0.00123");
        assertThat(Numbers.power(0)).isEqualTo("0");
        assertThat(Numbers.hertz(9.612345)).isEqualTo("9.61");
        assertThat(Numbers.fraction(0.59649)).isEqualTo("0.596");
        assertThat(Numbers.seconds(112.0)).isEqualTo("112");
        assertThat(Numbers.seconds(112.26)).isEqualTo("112.3");
        assertThat(Numbers.fact(3e7)).isEqualTo("30000000");
        assertThat(Numbers.fact(List.of("O1", 2.0))).isEqualTo("O1, 2");
    }

    @Test
    void ageIsThatOnTheDayOfTheRecording() {
        assertThat(Wording.ENGLISH.age(Specimens.patient(), Specimens.session()))
                .contains("6 y 3 m");
        assertThat(Wording.CHINESE.age(Specimens.patient(), Specimens.session()))
                .contains("6 岁 3 月");
    }

    private static Set<String> slots(String text) {
        Set<String> slots = new TreeSet<>();
        Pattern.compile("\\{([A-Za-z0-9-]+)}").matcher(text).results().forEach(one -> slots.add(one.group(1)));
        return slots;
    }
}
