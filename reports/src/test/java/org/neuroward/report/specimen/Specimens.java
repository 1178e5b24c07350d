package org.neuroward.report.specimen;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.report.content.Impression;
import org.neuroward.report.content.PatientSnapshot;
import org.neuroward.report.content.Person;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.SessionFacts;
import org.neuroward.report.content.Signature;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;

/** Documents made from invented figures: nobody's recording, nobody's name. */
public final class Specimens {

    public static final List<String> SCREEN_19 = List.of(
            "Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T7", "C3", "Cz", "C4", "T8", "P7", "P3", "Pz", "P4", "P8",
            "O1", "O2");
    public static final Person REVIEWER = new Person("reviewer-1", "Demo Reviewer 演示审核", "reviewer");
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-23T09:12:00+08:00");
    private static final Map<String, double[]> BANDS = bands();

    private Specimens() {}

    public static ReportDocument draft() {
        return draft(scored(List.of("eyes-closed", "eyes-open"), SCREEN_19.subList(0, 18)));
    }

    public static ReportDocument draft(ResultDocument result) {
        return ReportDocument.draft(
                "0193570a-7f11-7c3e-9b1e-2f6f6b1a0001", START.plusMinutes(6), patient(), session(), result);
    }

    public static ReportDocument signed() {
        return draft().withImpression(new Impression(
                        "Posterior rhythm reactive to eye opening.\n后头部节律对睁眼有反应，请结合临床。 <b>&amp; \"x\"",
                        REVIEWER,
                        START.plusMinutes(20)))
                .signed(REVIEWER, Signature.Meaning.REVIEW_AND_APPROVAL, "password", START.plusMinutes(25));
    }

    public static ReportDocument refused() {
        ResultDocument scored = scored(List.of("unmarked"), SCREEN_19);
        return draft(new ResultDocument(
                ResultDocument.SCHEMA,
                scored.input(),
                scored.protocol(),
                scored.software(),
                scored.parameters(),
                scored.reference(),
                scored.channelsUsed(),
                List.of(),
                38,
                11,
                List.of(new ResultDocument.Condition("unmarked", 38, 11, 10)),
                new ResultDocument.Quality(41.5, "red", 0.2894736842105263, 50, 12.4, quality(SCREEN_19), List.of()),
                Optional.of(new ResultDocument.Refusal(
                        "too-little-clean-signal", Map.of("secondsClean", 11.0, "secondsRequired", 60.0))),
                List.of(),
                List.of(),
                List.of()));
    }

    public static PatientSnapshot patient() {
        return new PatientSnapshot(
                "0193570a-0000-7c3e-9b1e-2f6f6b1a0001",
                "模拟 王小明 (Simulated)",
                PatientSnapshot.Sex.MALE,
                Optional.of(LocalDate.parse("2020-08-14")),
                List.of(
                        new PatientSnapshot.Identifier(PatientSnapshot.IdentifierKind.OUTPATIENT, "SIM-00123456"),
                        new PatientSnapshot.Identifier(PatientSnapshot.IdentifierKind.MEDICAL_RECORD, "SIM-MR-77")),
                true);
    }

    public static SessionFacts session() {
        List<SessionFacts.Block> blocks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            blocks.add(new SessionFacts.Block(i % 2 == 0 ? "eyes-closed" : "eyes-open", i * 62.0, 60));
        }
        return new SessionFacts(
                "0193570a-1111-7c3e-9b1e-2f6f6b1a0001",
                "演示医院 神经电生理科 · Demo clinic",
                Optional.of("E20261123-017"),
                Optional.of("语言发育迟缓，请评估静息脑电"),
                "Bed 1 · 1 号床",
                "Simulated amplifier",
                new Person("technician-1", "Demo Technician 演示技师", "technician"),
                START,
                Optional.of(START.plusSeconds(248)),
                new SessionFacts.Procedure("resting-eeg", "1.0.0", "resting-eeg/eyes-closed-open"),
                blocks,
                Optional.of(List.of(new SessionFacts.Gap(70.5, 12.25, "reconnected", false))));
    }

    /** A 1/f background with an alpha peak at 9.6 Hz, strongest over O1 and O2 and with eyes closed. */
    public static ResultDocument scored(List<String> conditions, List<String> channels) {
        List<Result> results = new ArrayList<>();
        List<ResultDocument.Spectrum> spectra = new ArrayList<>();
        List<ResultDocument.Condition> clean = new ArrayList<>();
        for (String condition : conditions) {
            clean.add(new ResultDocument.Condition(condition, 120, condition.equals("eyes-open") ? 97 : 112, 96));
            results.add(new Result(
                    "iaf.peak",
                    condition.equals("eyes-open") ? Optional.empty() : Optional.of(9.612345),
                    "Hz",
                    Optional.empty(),
                    Optional.of("posterior"),
                    condition,
                    "average",
                    112,
                    condition.equals("eyes-open")
                            ? Optional.of(new Result.Unavailable("no-alpha-peak"))
                            : Optional.empty()));
            results.add(new Result(
                    "iaf.centre-of-gravity",
                    Optional.of(condition.equals("eyes-open") ? 9.871 : 9.7034),
                    "Hz",
                    Optional.empty(),
                    Optional.of("posterior"),
                    condition,
                    "average",
                    112,
                    Optional.empty()));
            for (String channel : channels) {
                List<Double> psd = density(channel, condition);
                spectra.add(new ResultDocument.Spectrum(channel, condition, "uV2/Hz", 1, 0.5, psd));
                BANDS.forEach((band, edges) -> addBand(results, band, edges, channel, condition, psd));
            }
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("highpassHertz", 0.5);
        parameters.put("lowpassHertz", 45);
        parameters.put("epochSeconds", 2);
        parameters.put("overlapFraction", 0.5);
        parameters.put("window", "hann");
        parameters.put("statedCondition", "");
        parameters.put("artifactWindowSeconds", 1.0);
        List<ResultDocument.ChannelLeftOut> leftOut = new ArrayList<>();
        leftOut.add(new ResultDocument.ChannelLeftOut("ECG", "not-eeg"));
        SCREEN_19.stream()
                .filter(name -> !channels.contains(name))
                .forEach(name -> leftOut.add(new ResultDocument.ChannelLeftOut(name, "bad-flat")));
        return new ResultDocument(
                ResultDocument.SCHEMA,
                new ResultDocument.Input("ab".repeat(32), 3_456_789, "BDF+C"),
                new ResultDocument.ProtocolVersion("resting-eeg", "1.0.0"),
                new ResultDocument.ProtocolVersion("neuroward", "0.1.0"),
                parameters,
                "average",
                channels,
                leftOut,
                248,
                209,
                clean,
                new ResultDocument.Quality(
                        83.25,
                        "green",
                        0.8708333333333333,
                        50,
                        2.13,
                        quality(channels),
                        List.of(
                                new ResultDocument.ReasonShare("blink", 0.0713),
                                new ResultDocument.ReasonShare("muscle", 0.032),
                                new ResultDocument.ReasonShare("amplitude", 0.0121))),
                Optional.empty(),
                results,
                spectra,
                List.of(new ResultDocument.Notice(
                        "rate-below-specification", Map.of("hertz", 160.0, "upToHertz", 64.0))));
    }

    private static List<ResultDocument.ChannelQuality> quality(List<String> channels) {
        List<ResultDocument.ChannelQuality> all = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            all.add(new ResultDocument.ChannelQuality(
                    channels.get(i), 99.5 - (i * 37 % 23), List.of(new ResultDocument.ReasonShare("blink", 0.02))));
        }
        return all;
    }

    private static void addBand(
            List<Result> results, String band, double[] edges, String channel, String condition, List<Double> psd) {
        double absolute = power(psd, edges[0], edges[1]);
        results.add(value("band-power." + band + ".absolute", absolute, "uV2", channel, condition));
        results.add(value("band-power." + band + ".relative", absolute / power(psd, 1, 45), "1", channel, condition));
    }

    private static Result value(String code, double value, String unit, String channel, String condition) {
        return new Result(
                code,
                Optional.of(value),
                unit,
                Optional.of(channel),
                Optional.empty(),
                condition,
                "average",
                112,
                Optional.empty());
    }

    private static double power(List<Double> psd, double low, double high) {
        double sum = 0;
        for (int i = 0; i < psd.size(); i++) {
            double hertz = 1 + i * 0.5;
            sum += hertz >= low && hertz < high ? psd.get(i) * 0.5 : 0;
        }
        return sum;
    }

    private static List<Double> density(String channel, String condition) {
        double posterior =
                channel.startsWith("O") ? 1 : channel.startsWith("P") ? 0.7 : channel.startsWith("F") ? 0.12 : 0.3;
        double alpha = 18 * posterior * (condition.equals("eyes-open") ? 0.3 : 1) * (channel.endsWith("2") ? 1.15 : 1);
        List<Double> psd = new ArrayList<>();
        for (int i = 0; i <= 88; i++) {
            double hertz = 1 + i * 0.5;
            double wobble = 1 + 0.06 * Math.sin(hertz * 7 + channel.hashCode() % 13);
            psd.add(wobble * (14 / Math.pow(hertz, 1.3) + alpha * Math.exp(-Math.pow((hertz - 9.6) / 1.1, 2) / 2)));
        }
        return psd;
    }

    private static Map<String, double[]> bands() {
        Map<String, double[]> bands = new LinkedHashMap<>();
        bands.put("delta", new double[] {1, 4});
        bands.put("theta", new double[] {4, 8});
        bands.put("alpha", new double[] {8, 13});
        bands.put("beta", new double[] {13, 30});
        bands.put("gamma", new double[] {30, 45});
        return bands;
    }
}
