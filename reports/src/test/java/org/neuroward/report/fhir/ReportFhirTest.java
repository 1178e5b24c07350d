package org.neuroward.report.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.Signature;
import org.neuroward.report.specimen.Specimens;
import org.neuroward.scoring.Result;

class ReportFhirTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();

    @Test
    void everyResourcePassesTheValidatorWithoutANetwork() {
        Map<Locale, byte[]> pdfs = Map.of(Locale.ENGLISH, new byte[] {37, 80, 68, 70});
        for (ReportDocument document : List.of(Specimens.draft(), Specimens.signed(), Specimens.refused(), amended())) {
            ValidationResult result = VALIDATOR.validateWithResult(ReportFhir.bundle(document, pdfs));

            assertThat(result.getMessages())
                    .filteredOn(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.WARNING.ordinal())
                    // LOINC's licence keeps it out of the validator's own tables; 11523-8 is verified by hand.
                    .filteredOn(message -> !message.getMessage().contains("http://loinc.org"))
                    .extracting(SingleValidationMessage::getMessage)
                    .isEmpty();
        }
    }

    @Test
    void statusFollowsTheLifeOfTheReport() {
        assertThat(report(Specimens.draft()).getStatus()).isEqualTo(DiagnosticReportStatus.PRELIMINARY);
        assertThat(report(Specimens.signed()).getStatus()).isEqualTo(DiagnosticReportStatus.FINAL);
        assertThat(report(amended()).getStatus()).isEqualTo(DiagnosticReportStatus.AMENDED);
    }

    @Test
    void everyResultIsThereWithItsUnitPlaceAndCondition() {
        ReportDocument document = Specimens.signed();

        String json = new String(ReportFhir.json(document, Map.of()), StandardCharsets.UTF_8);

        for (Result one : document.result().results()) {
            one.value().ifPresent(value -> assertThat(json)
                    .as("%s %s %s", one.code(), one.channel(), one.condition())
                    .contains("\"value\": "
                            + new BigDecimal(value.toString())
                                    .round(new MathContext(15))
                                    .toPlainString()));
        }
    }

    @Test
    void aValueThatIsNotAvailableSaysWhy() {
        Observation peak = observations(ReportFhir.bundle(Specimens.draft())).stream()
                .filter(one -> one.getCode().getCodingFirstRep().getCode().equals("iaf.peak"))
                .filter(one -> !one.hasValue())
                .findFirst()
                .orElseThrow();

        assertThat(peak.getDataAbsentReason().getCodingFirstRep().getCode()).isEqualTo("not-a-number");
        assertThat(((Coding) peak.getDataAbsentReason().getExtensionFirstRep().getValue()).getCode())
                .isEqualTo("reason.no-alpha-peak");
    }

    @Test
    void bundleReadsBackAsItself() {
        byte[] json = ReportFhir.json(Specimens.signed(), Map.of());

        Bundle read = R4.newJsonParser().parseResource(Bundle.class, new String(json, StandardCharsets.UTF_8));

        assertThat(R4.newJsonParser().setPrettyPrint(true).encodeResourceToString(read))
                .isEqualTo(new String(json, StandardCharsets.UTF_8));
    }

    @Test
    void everyReferenceLeadsToAResourceOfTheBundleAndThereIsOnePatient() {
        Bundle bundle = ReportFhir.bundle(Specimens.signed());
        String json = R4.newJsonParser().encodeResourceToString(bundle);
        Set<String> urls = bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getFullUrl)
                .collect(Collectors.toSet());

        List<String> referred = Pattern.compile("\"reference\":\"([^\"]+)\"")
                .matcher(json)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(referred).isNotEmpty().allMatch(urls::contains);
        assertThat(bundle.getEntry().stream().filter(entry -> entry.getResource() instanceof Patient))
                .hasSize(1);
    }

    @Test
    void aPersonWhoDoesNotExistIsMarkedAsTestData() {
        Patient patient = (Patient)
                ReportFhir.bundle(Specimens.draft()).getEntryFirstRep().getResource();

        assertThat(patient.getMeta().getSecurityFirstRep().getCode()).isEqualTo("HTEST");
        assertThat(patient.getText().getDivAsString()).contains("模拟数据");
    }

    @Test
    void freeTextIsEscapedInTheNarrative() {
        String div = report(Specimens.signed()).getText().getDivAsString();

        assertThat(div).contains("&lt;b&gt;&amp;amp;").doesNotContain("<b>");
    }

    private static ReportDocument amended() {
        OffsetDateTime at = OffsetDateTime.parse("2026-11-24T08:00:00+08:00");
        return Specimens.signed()
                .amended("wrong side named", Specimens.REVIEWER, at)
                .signed(Specimens.REVIEWER, Signature.Meaning.REVIEW_AND_APPROVAL, "password", at.plusMinutes(5));
    }

    private static DiagnosticReport report(ReportDocument document) {
        return ReportFhir.bundle(document).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(DiagnosticReport.class::isInstance)
                .map(DiagnosticReport.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Observation> observations(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .toList();
    }

    private static FhirValidator validator() {
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(R4);
        ours.addCodeSystem(MeasureCodes.codeSystem());
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                ours,
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4));
        return R4.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
    }
}
