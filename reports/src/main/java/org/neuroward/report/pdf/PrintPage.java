package org.neuroward.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportStatus;
import org.neuroward.report.html.ReportHtml;
import org.neuroward.report.wording.Wording;

/** The XHTML page that is drawn: head and foot of every page, watermark of a draft, and the report itself. */
final class PrintPage {

    private static final String STYLE = style();

    private PrintPage() {}

    static String of(ReportDocument document, Locale locale) {
        Wording wording = Wording.of(locale);
        String title = escape(wording.text("title") + " " + document.id());
        return "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + wording.languageTag()
                + "\"><head><title>" + title + "</title><meta name=\"description\" content=\"" + title
                + "\"/><meta name=\"author\" content=\""
                + escape(document.session().clinic())
                + "\"/><style>" + STYLE + "</style></head><body>"
                + head(document, wording)
                + foot(document, wording)
                + watermark(document, wording)
                + ReportHtml.renderForPrint(document, locale)
                + "</body></html>";
    }

    private static String head(ReportDocument document, Wording wording) {
        String version = wording.text("version", "version", Integer.toString(document.version()));
        String left = document.patient().name() + " · " + document.session().clinic();
        String right = wording.text("title") + " · "
                + wording.text("status.line", "version", version, "status", wording.status(document));
        return "<table class=\"page-head\"><tr><td>" + escape(left) + "</td><td class=\"right\">" + escape(right)
                + "</td></tr></table>";
    }

    private static String foot(ReportDocument document, Wording wording) {
        String simulated = document.patient().simulated()
                ? "<b class=\"simulated\">" + escape(wording.text("mandatory.simulated")) + "</b> · "
                : "";
        return "<table class=\"page-foot\"><tr><td>" + simulated + escape(wording.text("mandatory.screening"))
                + "</td><td class=\"right\">" + escape(document.id())
                + " · <span class=\"page-number\"></span></td></tr></table>";
    }

    private static String watermark(ReportDocument document, Wording wording) {
        return document.status() == ReportStatus.DRAFT
                ? "<div class=\"watermark\">" + escape(wording.text("mandatory.not-reviewed")) + "</div>"
                : "";
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream css = PrintPage.class.getResourceAsStream("print.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet is part of the program", e);
        }
    }
}
