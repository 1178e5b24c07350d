package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.fhir.ReportFhir;
import org.neuroward.report.pdf.ReportPdf;

/** Makes every form in which a signed report is issued. */
@ApplicationScoped
class ReportForms {

    /** All forms of the document, each made once; what is stored is what everyone gets. */
    List<Rendition> all(ReportDocument document) {
        byte[] chinese = ReportPdf.render(document, Locale.SIMPLIFIED_CHINESE);
        byte[] english = ReportPdf.render(document, Locale.ENGLISH);
        Map<Locale, byte[]> pdfs = Map.of(Locale.SIMPLIFIED_CHINESE, chinese, Locale.ENGLISH, english);
        return List.of(
                new Rendition(ReportForm.PDF_ZH, chinese),
                new Rendition(ReportForm.PDF_EN, english),
                new Rendition(ReportForm.FHIR, ReportFhir.json(document, pdfs)));
    }
}
