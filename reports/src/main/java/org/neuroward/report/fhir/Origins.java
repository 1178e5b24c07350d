package org.neuroward.report.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.Signature;

/** Where the report comes from: the program that put it together, and each person who signed it. */
final class Origins {

    private static final String PARTICIPANTS = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String SIGNATURES = "urn:iso-astm:E1762-95:2013";
    private static final String REPORT_BYTES = "https://neuroward.org/fhir/identifier/report-sha256";

    private final ReportDocument document;
    private final Resources resources;
    private final People people;

    Origins(ReportDocument document, Resources resources, People people) {
        this.document = document;
        this.resources = resources;
        this.people = people;
    }

    void add(Reference report, Reference recording) {
        Provenance assembly = new Provenance();
        assembly.addTarget(report.copy());
        assembly.setRecordedElement(Resources.instant(document.draftedAt()));
        assembly.addAgent().setType(participant("assembler", "Assembler")).setWho(people.program.copy());
        assembly.addEntity().setRole(Provenance.ProvenanceEntityRole.SOURCE).setWhat(recording.copy());
        document.amendment().ifPresent(made -> {
            assembly.setActivity(new CodeableConcept()
                    .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v3-DataOperation", "UPDATE", "revise"))
                    .setText(made.reason()));
            assembly.addEntity()
                    .setRole(Provenance.ProvenanceEntityRole.REVISION)
                    .setWhat(new Reference()
                            .setIdentifier(
                                    new Identifier().setSystem(REPORT_BYTES).setValue(made.previousSha256())));
        });
        resources.add("provenance/assembly", assembly, "Put together by a program / 由程序生成");
        for (int i = 0; i < document.signatures().size(); i++) {
            Signature one = document.signatures().get(i);
            resources.add(
                    "provenance/signature/" + i,
                    signed(one, report),
                    one.signer().name());
        }
    }

    private Provenance signed(Signature one, Reference report) {
        Provenance act = new Provenance();
        act.addTarget(report.copy());
        act.setRecordedElement(Resources.instant(one.signedAt()));
        act.addAgent().setType(role(one.meaning())).setWho(people.practitioner(one.signer()));
        act.addEntity()
                .setRole(Provenance.ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference()
                        .setIdentifier(new Identifier().setSystem(REPORT_BYTES).setValue(one.signedSha256())));
        org.hl7.fhir.r4.model.Signature signature = act.addSignature();
        signature.addType(type(one.meaning()));
        signature.setWhenElement(Resources.instant(one.signedAt())).setWho(people.practitioner(one.signer()));
        signature.addExtension(Resources.SHA_256, new StringType(one.signedSha256()));
        return act;
    }

    private static CodeableConcept role(Signature.Meaning meaning) {
        return switch (meaning) {
            case AUTHORSHIP -> participant("author", "Author");
            case REVIEW, REVIEW_AND_APPROVAL -> participant("verifier", "Verifier");
        };
    }

    private static Coding type(Signature.Meaning meaning) {
        return switch (meaning) {
            case AUTHORSHIP -> new Coding(SIGNATURES, "1.2.840.10065.1.12.1.1", "Author's Signature");
            case REVIEW -> new Coding(SIGNATURES, "1.2.840.10065.1.12.1.8", "Review Signature");
            case REVIEW_AND_APPROVAL -> new Coding(SIGNATURES, "1.2.840.10065.1.12.1.5", "Verification Signature");
        };
    }

    private static CodeableConcept participant(String code, String display) {
        return new CodeableConcept().addCoding(new Coding(PARTICIPANTS, code, display));
    }
}
