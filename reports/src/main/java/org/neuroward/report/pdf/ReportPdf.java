package org.neuroward.report.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportJson;
import org.neuroward.report.content.Signature;

/**
 * Draws a report on A4. The same document, language and program version give the same bytes: dates come from the
 * document, the file's identity from its hash.
 */
public final class ReportPdf {

    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");
    private static final DateTimeFormatter XMP_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    static {
        XRLog.setLoggingEnabled(false);
    }

    private ReportPdf() {}

    /** @throws UncheckedIOException when memory or the fonts inside the program cannot be read; never for the content */
    public static byte[] render(ReportDocument document, Locale locale) {
        String page = PrintPage.of(document, locale);
        try {
            return finished(drawn(page, document), page, document);
        } catch (IOException e) {
            throw new UncheckedIOException("a report could not be drawn as PDF: report=" + document.id(), e);
        }
    }

    private static byte[] drawn(String page, ReportDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        try (PdfBoxRenderer renderer = renderer(page)) {
            renderer.createPDFWithoutClosing();
            try (PDDocument pdf = renderer.getPdfDocument()) {
                fixIdentity(pdf, document);
                pdf.save(out);
            }
        }
        return out.toByteArray();
    }

    /** Fonts are cut to what is used only when the file is first saved; what depends on that is set here. */
    private static byte[] finished(byte[] drawn, String page, ReportDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(drawn.length);
        try (PDDocument pdf = Loader.loadPDF(drawn)) {
            TextOfGlyphs.correct(pdf, page);
            fixIdentity(pdf, document);
            pdf.save(out);
        }
        return out.toByteArray();
    }

    private static PdfBoxRenderer renderer(String page) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useProtocolsStreamImplementation(new PartsOfTheProgram(), PartsOfTheProgram.SCHEME);
        builder.useFastMode();
        builder.withProducer("Neuroward");
        builder.withHtmlContent(page, PartsOfTheProgram.SCHEME + ":/");
        return builder.buildPdfRenderer();
    }

    /** PDF/A wants the two places of the creation date, the information and the metadata, to agree. */
    private static void fixIdentity(PDDocument pdf, ReportDocument document) throws IOException {
        OffsetDateTime at = document.signature().map(Signature::signedAt).orElse(document.draftedAt());
        pdf.getDocumentInformation().setCreationDate(GregorianCalendar.from(at.toZonedDateTime()));
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String created = "<xmp:CreateDate>" + XMP_TIME.format(at) + "</xmp:CreateDate>";
        String fixed = CREATED.matcher(xmp).replaceAll(created);
        pdf.getDocumentCatalog()
                .setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(fixed.getBytes(StandardCharsets.UTF_8))));
        String hash = ReportJson.sha256(document);
        pdf.setDocumentId(Long.parseUnsignedLong(hash.substring(0, 16), 16));
    }
}
