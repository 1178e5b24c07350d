package org.neuroward.report.fhir;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.neuroward.report.content.Impression;
import org.neuroward.report.content.PatientSnapshot;
import org.neuroward.report.content.Person;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportJson;
import org.neuroward.report.content.Signature;
import org.neuroward.report.wording.Wording;
import org.neuroward.scoring.ResultDocument;

/** Who and what took part: patient, clinic, people, amplifier, program. */
final class People {

    private static final String IDENTIFIERS = "https://neuroward.org/fhir/identifier/";

    private static final String IDENTIFIER_TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";

    private final Resources resources;
    final Reference patient;
    final Reference clinic;
    final Reference amplifier;
    final Reference program;
    private final Map<String, Reference> practitioners = new LinkedHashMap<>();

    People(ReportDocument document, Resources resources) {
        this.resources = resources;
        String clinicName = document.session().clinic();
        this.patient = resources.add("patient", patient(document.patient()), patientInWords(document.patient()));
        this.clinic = resources.add("clinic", new Organization().setActive(true).setName(clinicName), clinicName);
        Stream.concat(
                        Stream.of(document.session().technician()),
                        Stream.concat(
                                document.impression().map(Impression::author).stream(),
                                document.signatures().stream().map(Signature::signer)))
                .forEach(this::practitioner);
        this.amplifier = resources.add(
                "amplifier",
                amplifier(document.session().device()),
                document.session().device());
        ResultDocument.ProtocolVersion software = document.result().software();
        this.program = resources.add("program", program(document), software.id() + " " + software.version());
    }

    Reference practitioner(Person person) {
        return practitioners
                .computeIfAbsent(
                        person.id(), id -> resources.add("person/" + id, practitionerOf(person), person.name()))
                .copy();
    }

    private static org.hl7.fhir.r4.model.Patient patient(PatientSnapshot snapshot) {
        org.hl7.fhir.r4.model.Patient patient = new org.hl7.fhir.r4.model.Patient();
        patient.addIdentifier().setSystem(IDENTIFIERS + "patient").setValue(snapshot.id());
        for (PatientSnapshot.Identifier one : snapshot.identifiers()) {
            String kind = ReportJson.code(one.kind());
            org.hl7.fhir.r4.model.Identifier added =
                    patient.addIdentifier().setSystem(IDENTIFIERS + kind).setValue(one.value());
            if (one.kind() == PatientSnapshot.IdentifierKind.MEDICAL_RECORD) {
                added.setType(
                        new CodeableConcept().addCoding(new Coding(IDENTIFIER_TYPES, "MR", "Medical record number")));
            }
        }
        patient.addName().setText(snapshot.name());
        patient.setGender(Enumerations.AdministrativeGender.fromCode(ReportJson.code(snapshot.sex())));
        snapshot.birthDate().ifPresent(born -> patient.setBirthDateElement(new DateType(born.toString())));
        if (snapshot.simulated()) {
            patient.getMeta()
                    .addSecurity()
                    .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActReason")
                    .setCode("HTEST")
                    .setDisplay("test health data");
        }
        return patient;
    }

    private static String patientInWords(PatientSnapshot snapshot) {
        return snapshot.simulated()
                ? snapshot.name() + " · " + Wording.ENGLISH.text("mandatory.simulated")
                : snapshot.name();
    }

    private static Practitioner practitionerOf(Person person) {
        Practitioner practitioner = new Practitioner();
        practitioner.addIdentifier().setSystem(IDENTIFIERS + "user").setValue(person.id());
        practitioner.addName().setText(person.name());
        return practitioner;
    }

    private static Device amplifier(String name) {
        Device device = new Device();
        device.addDeviceName().setName(name).setType(Device.DeviceNameType.USERFRIENDLYNAME);
        return device.setType(new CodeableConcept().setText("EEG amplifier"));
    }

    private static Device program(ReportDocument document) {
        ResultDocument.ProtocolVersion software = document.result().software();
        ResultDocument.ProtocolVersion protocol = document.result().protocol();
        Device device = new Device();
        device.addDeviceName().setName(software.id()).setType(Device.DeviceNameType.MANUFACTURERNAME);
        device.addVersion().setType(new CodeableConcept().setText("software")).setValue(software.version());
        device.addVersion()
                .setType(new CodeableConcept().setText("protocol " + protocol.id()))
                .setValue(protocol.version());
        return device.setType(new CodeableConcept().setText("software"));
    }
}
