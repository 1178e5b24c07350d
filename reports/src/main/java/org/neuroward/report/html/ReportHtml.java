package org.neuroward.report.html;

import java.util.Locale;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportJson;
import org.neuroward.report.figure.Figures;
import org.neuroward.report.wording.Wording;

/**
 * One report as one {@code <article>}. It carries classes and presentation attributes but no style and no script; its
 * style sheet is {@code /assets/report.css} of this module.
 */
public final class ReportHtml {

    private ReportHtml() {}

    /** For a web page whose own heading is {@code h1}: the report's title is an {@code h2}. */
    public static String render(ReportDocument document, Locale locale) {
        return render(document, Wording.of(locale), Medium.WEB);
    }

    /** For a document of its own: the title is the {@code h1}, figures carry {@code alt}; well-formed XML. */
    public static String renderForPrint(ReportDocument document, Locale locale) {
        return render(document, Wording.of(locale), Medium.PRINT);
    }

    private static String render(ReportDocument document, Wording wording, Medium medium) {
        Html html = new Html();
        Figures figures = new Figures(document, wording);
        html.raw("<article class=\"report report-" + ReportJson.code(document.status()) + "\" lang=\""
                + wording.languageTag() + "\">");
        new FirstPage(document, wording, medium, figures).write(html);
        new Details(document, wording, medium, figures).write(html);
        return html.close("article").toString();
    }
}
