package org.neuroward.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neuroward.report.content.Impression;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportJson;
import org.neuroward.report.html.ReportHtml;
import org.neuroward.report.specimen.RealRecordings;
import org.neuroward.report.specimen.Specimens;
import org.neuroward.report.wording.Numbers;
import org.neuroward.scoring.Result;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class ReportPdfTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final Path FOLDER = Path.of("target", "specimens");

    @BeforeAll
    static void prepare() throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        Files.createDirectories(FOLDER);
    }

    @Test
    void everyFormIsPdfA3uAndPdfUa1() throws Exception {
        for (Locale language : LANGUAGES) {
            for (ReportDocument document : List.of(Specimens.signed(), Specimens.refused())) {
                byte[] pdf = ReportPdf.render(document, language);
                Files.write(FOLDER.resolve(name(document) + "-" + language.getLanguage() + ".pdf"), pdf);

                assertThat(violations(pdf, PDFAFlavour.PDFA_3_U)).isEmpty();
                assertThat(violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
            }
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        byte[] first = ReportPdf.render(Specimens.signed(), Locale.ENGLISH);

        byte[] second = ReportPdf.render(Specimens.signed(), Locale.ENGLISH);

        assertThat(java.util.Arrays.equals(first, second)).isTrue();
    }

    @Test
    void everyPageOfSimulatedDataSaysSoAndADraftIsMarkedNotReviewed() throws IOException {
        byte[] pdf = ReportPdf.render(Specimens.draft(), Locale.ENGLISH);

        for (String page : pages(pdf)) {
            assertThat(page).contains("SIMULATED DATA / 模拟数据", "本结果为筛查辅助，不作为诊断依据");
            // The watermark is written at a slant, which text extraction breaks into lines.
            assertThat(page.replaceAll("\\s", "")).contains("未审核/NOTREVIEWED");
        }
        for (String page : pages(ReportPdf.render(Specimens.signed(), Locale.ENGLISH))) {
            assertThat(page).contains("SIMULATED DATA / 模拟数据").doesNotContain("NOT REVIEWED");
        }
    }

    @Test
    void theFirstPageHoldsTheAnswerAndTheSignatures() throws IOException {
        for (Locale language : LANGUAGES) {
            String first = pages(ReportPdf.render(Specimens.signed(), language)).getFirst();

            assertThat(first)
                    .contains("模拟 王小明", "SIM-00123456", "E20261123-017", "9.61", "后头部节律对睁眼有反应")
                    .contains("2026-11-23 09:37:00 (+08:00)");
        }
    }

    @Test
    void aCharacterThatTheFontLacksIsNoFault() throws Exception {
        OffsetDateTime at = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
        ReportDocument document = Specimens.draft()
                .withImpression(new Impression(
                        "emoji 😀, rare 𠮷, Arabic العربية, zero width a\u200Bb", Specimens.REVIEWER, at));

        byte[] pdf = ReportPdf.render(document, Locale.ENGLISH);

        assertThat(violations(pdf, PDFAFlavour.PDFA_3_U)).isEmpty();
        assertThat(pages(pdf).getFirst()).contains("emoji");
    }

    @Test
    void everyResultStandsInThePdf() throws IOException {
        ReportDocument document = Specimens.signed();
        String text = String.join("\n", pages(ReportPdf.render(document, Locale.ENGLISH)));

        for (Result one : document.result().results()) {
            one.value().ifPresent(value -> assertThat(text)
                    .as("%s %s %s", one.code(), one.channel(), one.condition())
                    .contains(Numbers.of(value, one.unit())));
        }
    }

    @Test
    void everyNumberInThePdfIsInTheDocumentInTheWordsOrOnAnAxis() throws IOException {
        ReportDocument document = Specimens.signed();
        Set<String> known = numbersOf(document);
        known.addAll(numbers(ReportHtml.renderForPrint(document, Locale.ENGLISH)
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("(?s)<(table|li)[ >].*?</\\1>", "")));
        List<String> pages = pages(ReportPdf.render(document, Locale.ENGLISH));
        for (int page = 1; page <= pages.size(); page++) {
            known.add(Integer.toString(page));
        }
        // Ticks of the axes, in hertz, decibels, percent and seconds, and the age on the day of the recording.
        known.addAll(
                List.of("-20", "-10", "0", "10", "20", "30", "40", "50", "60", "100", "120", "180", "240", "6", "3"));
        // What the wording itself says: bands, window lengths, years of sources.
        known.addAll(List.of("1", "2", "4", "8", "13", "25", "30", "45", "2018", "200", "256", "08", "248"));

        Set<String> unknown = new TreeSet<>();
        for (String page : pages) {
            unknown.addAll(numbers(page.replaceAll("[0-9a-f]{16,}", " ")));
        }
        unknown.removeAll(known);

        assertThat(unknown).isEmpty();
    }

    @Test
    void aRealRecordingIsDrawnWithWordsForEveryCode() throws Exception {
        ReportDocument document = Specimens.draft(RealRecordings.scored("depression/H_S03_EC.edf"));

        for (Locale language : LANGUAGES) {
            byte[] pdf = ReportPdf.render(document, language);
            Files.write(FOLDER.resolve("real-" + language.getLanguage() + ".pdf"), pdf);

            assertThat(violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
            // A code without a name would show itself with its hyphens.
            assertThat(String.join(" ", pages(pdf))).doesNotContain("bad-", "-noise", "-left-out", "eyes-closed");
        }
    }

    /** Numbers of the structured document, each also rounded as a report may print it. */
    private static Set<String> numbersOf(ReportDocument document) {
        Set<String> known = new TreeSet<>();
        for (String number : numbers(new String(ReportJson.write(document), StandardCharsets.UTF_8))) {
            known.add(number);
            double value = Double.parseDouble(number);
            known.add(Numbers.power(value));
            known.add(Numbers.fact(value));
            known.add(Numbers.percent(value));
            for (int places = 0; places <= 3; places++) {
                known.add(new BigDecimal(value)
                        .setScale(places, RoundingMode.HALF_EVEN)
                        .toPlainString());
            }
            known.add(new BigDecimal(value)
                    .round(new java.math.MathContext(2, RoundingMode.UP))
                    .toPlainString());
        }
        return known;
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher all = Pattern.compile("(?<![A-Za-z0-9.])\\d+(\\.\\d+)?(?![0-9A-Za-z])")
                .matcher(text);
        while (all.find()) {
            numbers.add(all.group());
        }
        return numbers;
    }

    private static String name(ReportDocument document) {
        String status = ReportJson.code(document.status());
        return document.result().refusal().isPresent() ? "refused" : status;
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new java.util.ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    private static List<String> violations(byte[] pdf, PDFAFlavour flavour) throws IOException, VeraPDFException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .filter(one -> one.getStatus() == org.verapdf.pdfa.results.TestAssertion.Status.FAILED)
                    .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
