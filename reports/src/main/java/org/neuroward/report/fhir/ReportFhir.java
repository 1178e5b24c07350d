package org.neuroward.report.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportStatus;
import org.neuroward.report.content.Signature;
import org.neuroward.report.wording.Wording;
import org.neuroward.scoring.ResultDocument;

/** Writes a report as a FHIR R4 bundle of type {@code collection}. The same document gives the same bundle. */
public final class ReportFhir {

    private static final String REPORTS = "https://neuroward.org/fhir/identifier/report";
    private static final String ORDERS = "https://neuroward.org/fhir/identifier/order";

    private ReportFhir() {}

    public static Bundle bundle(ReportDocument document) {
        return bundle(document, Map.of());
    }

    /** @param pdfByLanguage drawn forms to be carried along, for example under {@code zh-CN} and {@code en} */
    public static Bundle bundle(ReportDocument document, Map<Locale, byte[]> pdfByLanguage) {
        Resources resources = new Resources(document);
        Bundle bundle = resources.bundle();
        bundle.setType(Bundle.BundleType.COLLECTION).setTimestampElement(Resources.instant(issued(document)));
        bundle.setIdentifier(identifier(document));
        People people = new People(document, resources);
        Reference recording = resources.add("recording", recording(document, people), "EEG recording / 脑电记录");
        List<Reference> groups = new Observations(document, resources, people, recording).add();
        DiagnosticReport report = report(document, people, groups, pdfByLanguage);
        Reference made = resources.add("report", report, "");
        new Origins(document, resources, people).add(made, recording);
        return bundle;
    }

    /** The bundle as FHIR JSON in UTF-8. */
    public static byte[] json(ReportDocument document, Map<Locale, byte[]> pdfByLanguage) {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .setPrettyPrint(true)
                .encodeResourceToString(bundle(document, pdfByLanguage))
                .getBytes(StandardCharsets.UTF_8);
    }

    static OffsetDateTime issued(ReportDocument document) {
        return document.signature().map(Signature::signedAt).orElse(document.draftedAt());
    }

    private static Identifier identifier(ReportDocument document) {
        return new Identifier().setSystem(REPORTS).setValue(document.id() + "/" + document.version());
    }

    private static DiagnosticReport report(
            ReportDocument document, People people, List<Reference> groups, Map<Locale, byte[]> pdfByLanguage) {
        DiagnosticReport report = new DiagnosticReport();
        report.addIdentifier(identifier(document));
        report.setStatus(status(document)).setCode(MeasureCodes.eegStudy());
        report.addCategory()
                .addCoding(new Coding(
                        "http://terminology.hl7.org/CodeSystem/v2-0074", "EN", "Electroneuro (EEG, EMG,EP,PSG)"));
        report.setSubject(people.patient.copy()).addPerformer(people.clinic.copy());
        report.setEffective(Observations.period(document)).setIssuedElement(Resources.instant(issued(document)));
        document.session().orderNumber().ifPresent(order -> report.addBasedOn(order(order)));
        document.signatures().forEach(one -> report.addResultsInterpreter(people.practitioner(one.signer())));
        report.setResult(groups);
        document.impression().ifPresent(written -> report.setConclusion(written.text()));
        pdfByLanguage.forEach((language, pdf) -> report.addPresentedForm(pdf(language, pdf)));
        report.setText(Resources.narrative(narrative(document)));
        return report;
    }

    private static DiagnosticReportStatus status(ReportDocument document) {
        if (document.status() == ReportStatus.DRAFT) {
            return DiagnosticReportStatus.PRELIMINARY;
        }
        return document.version() > 1 ? DiagnosticReportStatus.AMENDED : DiagnosticReportStatus.FINAL;
    }

    private static Reference order(String number) {
        return new Reference()
                .setType("ServiceRequest")
                .setIdentifier(new Identifier().setSystem(ORDERS).setValue(number));
    }

    private static DocumentReference recording(ReportDocument document, People people) {
        ResultDocument.Input input = document.result().input();
        DocumentReference recording = new DocumentReference();
        recording.setStatus(Enumerations.DocumentReferenceStatus.CURRENT);
        recording.setType(new CodeableConcept().setText("EEG recording"));
        recording
                .setSubject(people.patient.copy())
                .addAuthor(people.practitioner(document.session().technician()));
        recording.setCustodian(people.clinic.copy());
        Attachment attachment =
                new Attachment().setContentType("application/octet-stream").setTitle(input.format());
        if (input.bytes() <= Integer.MAX_VALUE) {
            attachment.setSize((int) input.bytes());
        }
        recording.addContent().setAttachment(Resources.withSha256(attachment, input.sha256()));
        recording.getContext().setPeriod(Observations.period(document));
        return recording;
    }

    private static Attachment pdf(Locale language, byte[] pdf) {
        Attachment attachment = new Attachment()
                .setContentType("application/pdf")
                .setLanguage(language.toLanguageTag())
                .setData(pdf)
                .setSize(pdf.length)
                .setTitle(Wording.of(language).text("title"))
                .setHash(digest("SHA-1", pdf));
        return Resources.withSha256(attachment, HexFormat.of().formatHex(digest("SHA-256", pdf)));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static String narrative(ReportDocument document) {
        StringBuilder markup = new StringBuilder();
        for (Wording wording : List.of(Wording.ENGLISH, Wording.CHINESE)) {
            markup.append("<div lang=\"").append(wording.languageTag()).append("\"><p>");
            markup.append(Resources.escape(wording.text("title") + ": " + wording.status(document)))
                    .append("</p>");
            if (document.patient().simulated()) {
                markup.append("<p>")
                        .append(Resources.escape(wording.text("mandatory.simulated")))
                        .append("</p>");
            }
            markup.append("<ul>");
            document.statements().forEach(one -> item(markup, wording.statement(one)));
            document.limitations().forEach(one -> item(markup, wording.limitation(one)));
            document.result()
                    .notices()
                    .forEach(one -> item(markup, wording.sentence("notice", one.code(), one.facts())));
            markup.append("</ul></div>");
        }
        document.impression().ifPresent(written -> markup.append("<p>")
                .append(Resources.escape(written.text()))
                .append("</p>"));
        return markup.append("<p>")
                .append(Resources.escape(Wording.ENGLISH.text("mandatory.screening")))
                .append("</p>")
                .toString();
    }

    private static void item(StringBuilder markup, String words) {
        markup.append("<li>").append(Resources.escape(words)).append("</li>");
    }
}
