package org.neuroward.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.specimen.Specimens;

class ReportHtmlTest {

    private static final List<ReportDocument> DOCUMENTS =
            List.of(Specimens.draft(), Specimens.signed(), Specimens.refused());

    @Test
    void isWellFormedAndNeedsNoStyleOrScriptOfItsOwn() throws Exception {
        for (ReportDocument document : DOCUMENTS) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                for (String html :
                        List.of(ReportHtml.render(document, language), ReportHtml.renderForPrint(document, language))) {
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
                    assertThat(html).doesNotContain("style=", "<style", "<script", "{", "javascript:", " onclick");
                }
            }
        }
    }

    @Test
    void idsAndTestIdsOfNumbersAreUnique() {
        String html = ReportHtml.render(Specimens.draft(), Locale.ENGLISH);

        assertThat(all(html, " id=\"([^\"]+)\"")).doesNotHaveDuplicates();
        assertThat(all(html, "data-testid=\"(value-[^\"]+)\""))
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void aNumberCellCarriesItsCodeAndItsFullValue() {
        String html = ReportHtml.render(Specimens.draft(), Locale.ENGLISH);

        assertThat(html)
                .contains("<td data-testid=\"value-iaf.peak-eyes-closed-posterior\" data-value=\"9.612345\">9.61</td>");
        assertThat(html).contains("data-testid=\"value-band-power.alpha.relative-eyes-open-O1\"");
    }

    @Test
    void whatPeopleWroteIsEscaped() {
        String html = ReportHtml.render(Specimens.signed(), Locale.ENGLISH);

        assertThat(html).contains("&lt;b&gt;&amp;amp; &quot;x&quot;").doesNotContain("<b>");
    }

    @Test
    void headingsStepDownWithoutAGap() {
        assertThat(all(ReportHtml.render(Specimens.draft(), Locale.ENGLISH), "<h([1-6])[ >]"))
                .startsWith("2", "3")
                .containsOnly("2", "3");
    }

    private static List<String> all(String html, String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }
}
