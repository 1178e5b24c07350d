package org.neuroward.report.fhir;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations;
import org.neuroward.report.wording.Wording;

/** Our own codes, versioned, for what no verified standard code exists; names in English and Chinese. */
public final class MeasureCodes {

    public static final String SYSTEM = "https://neuroward.org/fhir/CodeSystem/eeg-measure";
    public static final String VERSION = "1.0.0";

    private static final String LOINC = "http://loinc.org";
    private static final List<String> BANDS =
            List.of("delta", "theta", "alpha", "alpha1", "alpha2", "beta", "beta1", "beta2", "gamma");

    private static final List<String> KINDS = List.of("condition", "reason", "artifact", "grade");

    private MeasureCodes() {}

    /** The definition of every code that a report can carry, for receivers and validators. */
    public static CodeSystem codeSystem() {
        CodeSystem system = new CodeSystem();
        system.setId("eeg-measure");
        system.setUrl(SYSTEM).setVersion(VERSION).setName("NeurowardEegMeasure").setTitle("Neuroward EEG measures");
        system.setStatus(Enumerations.PublicationStatus.ACTIVE)
                .setExperimental(false)
                .setCaseSensitive(true);
        system.setContent(CodeSystem.CodeSystemContentMode.COMPLETE).setPublisher("Neuroward");
        system.setDescription("What Neuroward measures in an EEG and how it names conditions and reasons.");
        for (String code : codes()) {
            CodeSystem.ConceptDefinitionComponent concept =
                    system.addConcept().setCode(code).setDisplay(display(code));
            concept.addDesignation().setLanguage("zh-CN").setValue(name(code, Wording.CHINESE));
        }
        return system;
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>(List.of("iaf.peak", "iaf.centre-of-gravity", "band-power", "resting-eeg"));
        for (String band : BANDS) {
            codes.add("band-power." + band + ".absolute");
            codes.add("band-power." + band + ".relative");
        }
        codes.addAll(Wording.ENGLISH.codes("quality"));
        codes.addAll(Wording.ENGLISH.codes("fact"));
        KINDS.forEach(kind -> Wording.ENGLISH.codes(kind).forEach(code -> codes.add(kind + "." + code)));
        return codes;
    }

    static CodeableConcept concept(String code) {
        return new CodeableConcept()
                .addCoding(coding(code))
                .setText(display(code) + " / " + name(code, Wording.CHINESE));
    }

    /** LOINC 11523-8 with our own beside it. */
    static CodeableConcept eegStudy() {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding(new Coding(LOINC, "11523-8", "EEG study"));
        concept.addCoding(coding("resting-eeg"));
        return concept.setText(display("resting-eeg") + " / " + name("resting-eeg", Wording.CHINESE));
    }

    static Coding coding(String code) {
        return new Coding(SYSTEM, code, display(code)).setVersion(VERSION);
    }

    private static String display(String code) {
        return name(code, Wording.ENGLISH);
    }

    private static String name(String code, Wording wording) {
        int dot = code.indexOf('.');
        String kind = dot < 0 ? "" : code.substring(0, dot);
        String name = KINDS.contains(kind) ? wording.name(kind, code.substring(dot + 1)) : ownName(code, wording);
        return wording.sentence(name);
    }

    private static String ownName(String code, Wording wording) {
        return wording.find("quality." + code)
                .or(() -> wording.find("fact." + code))
                .or(() -> wording.find("protocol." + code))
                .orElseGet(() -> wording.measure(code));
    }
}
