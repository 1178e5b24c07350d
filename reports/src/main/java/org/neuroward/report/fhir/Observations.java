package org.neuroward.report.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportStatus;
import org.neuroward.report.content.ResultTable;
import org.neuroward.report.wording.Numbers;
import org.neuroward.report.wording.Wording;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;

/**
 * The numbers: one observation for the quality and one for each condition; under them one for each channel, with a
 * component for each band, and one for each value of a region.
 */
final class Observations {

    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    /** Receivers need not keep more than 18 characters of a decimal. */
    private static final MathContext SUPPORTED = new MathContext(15);

    private final ReportDocument document;
    private final ResultDocument result;
    private final Resources resources;
    private final People people;
    private final Reference recording;

    Observations(ReportDocument document, Resources resources, People people, Reference recording) {
        this.document = document;
        this.result = document.result();
        this.resources = resources;
        this.people = people;
        this.recording = recording;
    }

    /** Adds all and gives the references of the groups, for the report. */
    List<Reference> add() {
        List<Reference> groups = new ArrayList<>(List.of(quality()));
        result.conditions().forEach(condition -> groups.add(condition(condition)));
        return groups;
    }

    private Reference quality() {
        ResultDocument.Quality quality = result.quality();
        Observation group = observation("signal-quality");
        group.setValue(quantity(quality.index(), "1", "index, 0 to 100"));
        group.addComponent()
                .setCode(MeasureCodes.concept("quality-grade"))
                .setValue(MeasureCodes.concept("grade." + quality.grade()));
        component(group, "seconds-recorded", quantity(result.secondsRecorded(), "s", "s"));
        component(group, "seconds-used", quantity(result.secondsUsed(), "s", "s"));
        component(group, "percent-used", percent(quality.fractionUsed()));
        count(group, "channels-used", result.channelsUsed().size());
        component(group, "line-frequency", quantity(quality.lineFrequencyHertz(), "Hz", "Hz"));
        component(group, "line-noise", quantity(quality.lineNoiseDecibels(), "dB", "dB"));
        quality.topReasons().forEach(one -> component(group, "artifact." + one.reason(), percent(one.share())));
        for (ResultDocument.ChannelQuality channel : quality.channels()) {
            Observation one = observation("channel-quality");
            one.setBodySite(electrode(channel.channel()));
            one.setValue(quantity(channel.cleanPercent(), "%", "%"));
            channel.reasons().forEach(why -> component(one, "artifact." + why.reason(), percent(why.share())));
            String words = channel.channel() + ": " + Numbers.oneDecimal(channel.cleanPercent()) + " %";
            group.addHasMember(resources.add("quality/" + channel.channel(), one, words));
        }
        result.refusal().ifPresent(refusal -> group.addNote().setText(refusalInWords(refusal)));
        String words = "Signal quality index " + Numbers.oneDecimal(quality.index()) + " / 100";
        return resources.add("quality", group, words);
    }

    private static String refusalInWords(ResultDocument.Refusal refusal) {
        return Wording.ENGLISH.name("reason", refusal.code()) + " / " + Wording.CHINESE.name("reason", refusal.code())
                + " (" + Wording.ENGLISH.sentence("refusal", refusal.code(), refusal.facts()) + ")";
    }

    private Reference condition(ResultDocument.Condition condition) {
        Observation group = observation("resting-eeg").setCode(MeasureCodes.eegStudy());
        conditionOf(group, condition.name());
        component(group, "seconds-recorded", quantity(condition.secondsRecorded(), "s", "s"));
        component(group, "seconds-clean", quantity(condition.secondsClean(), "s", "s"));
        count(group, "epochs", condition.epochs());
        result.refusal().ifPresent(refusal -> group.setDataAbsentReason(absent(refusal.code())));
        result.results().stream()
                .filter(one ->
                        one.condition().equals(condition.name()) && one.region().isPresent())
                .forEach(one -> group.addHasMember(ofRegion(one)));
        ResultTable table = new ResultTable(result);
        table.channels().forEach(channel -> ofChannel(channel, condition.name()).ifPresent(group::addHasMember));
        return resources.add("condition/" + condition.name(), group, inWords(condition));
    }

    private static String inWords(ResultDocument.Condition condition) {
        return Wording.ENGLISH.name("condition", condition.name()) + " / "
                + Wording.CHINESE.name("condition", condition.name()) + ": "
                + Numbers.seconds(condition.secondsClean()) + " / " + Numbers.seconds(condition.secondsRecorded())
                + " s";
    }

    private Reference ofRegion(Result one) {
        Observation observation = observation(one.code());
        String region = one.region().orElseThrow();
        observation.setBodySite(new CodeableConcept().setText(Wording.ENGLISH.name("region", region)));
        conditionOf(observation, one.condition());
        secondsUsed(observation, one);
        one.value()
                .ifPresentOrElse(
                        value -> observation.setValue(quantity(value, one.unit(), display(one.unit()))),
                        () -> observation.setDataAbsentReason(
                                absent(one.unavailable().orElseThrow().reason())));
        String words = Wording.ENGLISH.measure(one.code()) + ": "
                + one.value()
                        .map(value -> Numbers.of(value, one.unit()) + " " + one.unit())
                        .orElse("–");
        return resources.add("region/" + one.code() + "/" + region + "/" + one.condition(), observation, words);
    }

    private Optional<Reference> ofChannel(String channel, String condition) {
        List<Result> values = result.results().stream()
                .filter(one -> one.condition().equals(condition)
                        && one.channel().filter(channel::equals).isPresent())
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Observation observation = observation("band-power");
        observation.setBodySite(electrode(channel));
        conditionOf(observation, condition);
        secondsUsed(observation, values.getFirst());
        for (Result one : values) {
            Observation.ObservationComponentComponent component =
                    observation.addComponent().setCode(MeasureCodes.concept(one.code()));
            one.value()
                    .ifPresentOrElse(
                            value -> component.setValue(quantity(value, one.unit(), display(one.unit()))),
                            () -> component.setDataAbsentReason(
                                    absent(one.unavailable().orElseThrow().reason())));
        }
        String words = channel + ", " + Wording.ENGLISH.name("condition", condition);
        return Optional.of(resources.add("channel/" + channel + "/" + condition, observation, words));
    }

    private Observation observation(String code) {
        Observation one = new Observation();
        one.setStatus(status()).setCode(MeasureCodes.concept(code));
        one.addCategory()
                .addCoding(new Coding(
                        "http://terminology.hl7.org/CodeSystem/observation-category", "procedure", "Procedure"));
        one.setSubject(people.patient.copy()).addPerformer(people.clinic.copy());
        one.setDevice(people.amplifier.copy()).addDerivedFrom(recording.copy());
        one.setEffective(period(document)).setIssuedElement(Resources.instant(ReportFhir.issued(document)));
        one.setMethod(new CodeableConcept()
                .setText(result.protocol().id() + " " + result.protocol().version() + ", "
                        + result.software().id() + " " + result.software().version() + ", reference: "
                        + result.reference()));
        return one;
    }

    private Observation.ObservationStatus status() {
        if (document.status() == ReportStatus.DRAFT) {
            return Observation.ObservationStatus.PRELIMINARY;
        }
        return document.version() > 1 ? Observation.ObservationStatus.AMENDED : Observation.ObservationStatus.FINAL;
    }

    static Period period(ReportDocument document) {
        Period period =
                new Period().setStartElement(Resources.time(document.session().startedAt()));
        document.session().endedAt().ifPresent(end -> period.setEndElement(Resources.time(end)));
        return period;
    }

    private static void conditionOf(Observation observation, String condition) {
        observation
                .addComponent()
                .setCode(MeasureCodes.concept("condition"))
                .setValue(MeasureCodes.concept("condition." + condition));
    }

    private static void secondsUsed(Observation observation, Result one) {
        component(observation, "seconds-used", quantity(one.secondsUsed(), "s", "s"));
        observation
                .addComponent()
                .setCode(MeasureCodes.concept("reference"))
                .setValue(new CodeableConcept().setText(one.reference()));
    }

    private static void component(Observation observation, String code, Quantity value) {
        observation.addComponent().setCode(MeasureCodes.concept(code)).setValue(value);
    }

    private static void count(Observation observation, String code, int value) {
        observation.addComponent().setCode(MeasureCodes.concept(code)).setValue(new IntegerType(value));
    }

    private static CodeableConcept electrode(String name) {
        return new CodeableConcept().setText("electrode " + name);
    }

    private static CodeableConcept absent(String reason) {
        boolean notDone = reason.equals("too-little-clean-signal") || reason.equals("low-signal-quality");
        Coding standard = notDone
                ? new Coding(ABSENT, "not-performed", "Not Performed")
                : new Coding(ABSENT, "not-a-number", "Not a Number (NaN)");
        CodeableConcept own = MeasureCodes.concept("reason." + reason);
        CodeableConcept absent = new CodeableConcept().addCoding(standard).setText(own.getText());
        // Beside the standard code, not as a second coding: validators take that for a code outside the value set.
        absent.addExtension(Resources.REASON, own.getCodingFirstRep());
        return absent;
    }

    private static Quantity percent(double share) {
        return quantity(BigDecimal.valueOf(share).movePointRight(2).doubleValue(), "%", "%");
    }

    private static Quantity quantity(double value, String ucum, String display) {
        return new Quantity()
                .setValue(new BigDecimal(Numbers.fact(value)).round(SUPPORTED))
                .setSystem(UCUM)
                .setCode(ucum)
                .setUnit(display);
    }

    private static String display(String ucum) {
        return ucum.equals("uV2") ? "µV²" : ucum;
    }
}
