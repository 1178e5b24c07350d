package org.neuroward.report.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportJson;
import org.neuroward.report.content.ReportStatus;
import org.neuroward.report.content.ResultTable;
import org.neuroward.report.content.SessionFacts;
import org.neuroward.report.content.Signature;
import org.neuroward.report.content.Statement;
import org.neuroward.report.content.StatementTemplate;
import org.neuroward.report.figure.Figure;
import org.neuroward.report.figure.Figures;
import org.neuroward.report.html.Html.Fact;
import org.neuroward.report.wording.Numbers;
import org.neuroward.report.wording.Wording;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;

/** What a clinician reads first: who, what was asked, the answer, how good the signal was, key figures, who signed. */
final class FirstPage {

    private static final int MOST_NAMED_CHANNELS = 6;

    private final ReportDocument document;
    private final ResultDocument result;
    private final SessionFacts session;
    private final Wording wording;
    private final Medium medium;
    private final Figures figures;

    FirstPage(ReportDocument document, Wording wording, Medium medium, Figures figures) {
        this.document = document;
        this.result = document.result();
        this.session = document.session();
        this.wording = wording;
        this.medium = medium;
        this.figures = figures;
    }

    void write(Html html) {
        html.open("header", "report-head");
        html.text("p", "report-clinic", session.clinic());
        html.text(medium.heading(0), "report-title", wording.text("title"));
        html.text("p", "report-status report-status-" + ReportJson.code(document.status()), statusLine());
        html.close("header");
        if (document.patient().simulated()) {
            html.text("p", "report-simulated", wording.text("mandatory.simulated"));
        }
        identity(html);
        question(html);
        impression(html);
        findings(html);
        quality(html);
        keyFigures(html);
        html.text("p", "report-mandatory", wording.text("mandatory.screening"));
        signatures(html);
    }

    private String statusLine() {
        String version = wording.text("version", "version", Integer.toString(document.version()));
        return wording.text("status.line", "version", version, "status", wording.status(document));
    }

    private void identity(Html html) {
        String none = wording.text("label.not-stated");
        String unknown = wording.text("label.unknown");
        var patient = document.patient();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("name", patient.name(), "report-name"));
        facts.add(fact("sex", wording.text("sex." + ReportJson.code(patient.sex())), ""));
        facts.add(fact("birth-date", birth(unknown), ""));
        patient.identifiers().stream()
                .limit(2)
                .forEach(one ->
                        facts.add(Fact.of(wording.text("identifier." + ReportJson.code(one.kind())), one.value())));
        facts.add(fact("order", session.orderNumber().orElse(none), ""));
        facts.add(fact("recorded", wording.time(session.startedAt()), "report-time"));
        facts.add(fact("duration", duration(unknown), ""));
        facts.add(fact("technician", session.technician().name(), ""));
        facts.add(fact("protocol", wording.name("protocol", session.protocol().id()), ""));
        facts.add(fact("bed", session.bed(), ""));
        facts.add(fact("device", session.device(), ""));
        facts.add(fact("report", document.id(), "report-code"));
        section(html, "identity")
                .facts("report-facts report-identity", 3, facts)
                .close("section");
    }

    private String birth(String unknown) {
        String date = document.patient().birthDate().map(LocalDate::toString).orElse(unknown);
        return wording.age(document.patient(), session)
                .map(age -> date + " (" + age + ")")
                .orElse(date);
    }

    /** Of the signal, not of the clock: a recording may be played faster than it was taken. */
    private String duration(String unknown) {
        long seconds = Math.round(result.secondsRecorded());
        return seconds > 0 ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60) : unknown;
    }

    private void question(Html html) {
        section(html, "question");
        html.text("p", "report-free", session.indication().orElse(wording.text("label.not-stated")));
        html.close("section");
    }

    private void impression(Html html) {
        section(html, "impression");
        document.impression()
                .ifPresentOrElse(
                        written -> {
                            html.text("p", "report-free report-impression", written.text());
                            String by = wording.text(
                                    "label.written-by",
                                    "name",
                                    written.author().name(),
                                    "time",
                                    wording.time(written.writtenAt()));
                            html.text("p", "report-note", by);
                        },
                        () -> html.text("p", "report-missing", wording.text("label.no-impression")));
        html.close("section");
    }

    private void findings(Html html) {
        section(html, "findings").open("ul", "report-statements");
        document.statements()
                .forEach(one -> html.raw("<li data-testid=\"report-statement\">"
                        + Html.escape(wording.statement(one) + factsOf(one)) + "</li>"));
        html.close("ul").close("section");
    }

    /** The figures behind a refusal stand right after it. */
    private String factsOf(Statement statement) {
        if (statement.template() != StatementTemplate.REFUSED) {
            return "";
        }
        return result.refusal()
                .filter(refusal -> !refusal.facts().isEmpty())
                .map(refusal -> " " + wording.sentence("refusal", refusal.code(), refusal.facts()))
                .orElse("");
    }

    private void quality(Html html) {
        ResultDocument.Quality quality = result.quality();
        List<Fact> facts = new ArrayList<>();
        String interpretable = result.refusal().isPresent() ? "red" : quality.grade();
        boolean measured = !quality.channels().isEmpty();
        facts.add(
                measured
                        ? new Fact(wording.text("label.quality-index"), index(quality), "")
                        : fact("quality-index", wording.text("label.not-measured"), ""));
        facts.add(fact("interpretable", wording.name("interpretable", interpretable), "report-strong"));
        facts.add(fact("usable", usable(), ""));
        facts.add(fact("channels-used", Integer.toString(result.channelsUsed().size()), ""));
        facts.add(fact("channels-left-out", leftOut(), ""));
        facts.add(fact("top-reasons", topReasons(), ""));
        section(html, "quality").facts("report-facts", 3, facts).close("section");
    }

    private String index(ResultDocument.Quality quality) {
        return "<span data-testid=\"report-quality-index\" data-value=\"" + quality.index() + "\">"
                + Numbers.oneDecimal(quality.index()) + "</span> / 100 (<span data-testid=\"report-quality-grade\">"
                + Html.escape(wording.name("grade", quality.grade())) + "</span>)";
    }

    private String usable() {
        return wording.text(
                        "label.recorded-clean",
                        "clean",
                        Numbers.seconds(result.secondsUsed()),
                        "recorded",
                        Numbers.seconds(result.secondsRecorded()))
                + " (" + Numbers.percent(result.quality().fractionUsed()) + " %)";
    }

    /** By reason, since a cap often leaves out several channels for one; the details name all of them. */
    private String leftOut() {
        List<ResultDocument.ChannelLeftOut> all = result.channelsLeftOut();
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        all.stream().limit(MOST_NAMED_CHANNELS).forEach(one -> byReason.computeIfAbsent(
                        one.reason(), reason -> new ArrayList<>())
                .add(one.label()));
        if (all.isEmpty()) {
            return wording.text("label.none");
        }
        List<String> named = new ArrayList<>();
        byReason.forEach(
                (reason, labels) -> named.add(String.join(", ", labels) + " (" + wording.name("reason", reason) + ")"));
        String words = String.join("; ", named);
        return all.size() > MOST_NAMED_CHANNELS ? all.size() + ": " + words + " …" : words;
    }

    private String topReasons() {
        String named = result.quality().topReasons().stream()
                .map(one -> wording.name("artifact", one.reason()) + " " + Numbers.percent(one.share()) + " %")
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? wording.text("label.none") : named;
    }

    private void keyFigures(Html html) {
        ResultTable table = new ResultTable(result);
        if (table.conditions().isEmpty()) {
            return;
        }
        section(html, "key");
        List<String> headings = new ArrayList<>(List.of(wording.text("label.measure")));
        table.conditions().forEach(c -> headings.add(wording.sentence(wording.name("condition", c))));
        String caption = wording.text("table.key", "no-reference", wording.text("label.no-reference"));
        html.table("report-table report-key", caption, headings, keyRows(table));
        List<Figure> shown = Stream.concat(
                        figures.map("alpha").map(map -> map.withId("figure-first-alpha")).stream(),
                        figures.posteriorSpectrum().stream())
                .toList();
        html.open("div", "report-figures report-pair");
        shown.forEach(figure -> figure(html, figure, medium));
        html.close("div").close("section");
    }

    private List<List<String>> keyRows(ResultTable table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(keyRow(table, wording.text("key.iaf-peak"), "iaf.peak", "posterior"));
        rows.add(keyRow(table, wording.text("key.iaf-centre"), "iaf.centre-of-gravity", "posterior"));
        table.channels().stream()
                .filter(List.of("O1", "O2")::contains)
                .forEach(channel -> rows.add(keyRow(
                        table,
                        wording.text("key.alpha-relative", "channel", channel),
                        "band-power.alpha.relative",
                        channel)));
        return rows;
    }

    private List<String> keyRow(ResultTable table, String name, String code, String place) {
        List<String> row = new ArrayList<>(List.of(name));
        for (String condition : table.conditions()) {
            row.add(table.find(code, place, condition).map(this::cell).orElse("–"));
        }
        return row;
    }

    private String cell(Result one) {
        return Details.cell(one, wording);
    }

    private void signatures(Html html) {
        section(html, "signatures");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.technician().name(),
                wording.name("role", session.technician().role()),
                wording.text("meaning.recorded"),
                wording.time(session.startedAt())));
        for (Signature one : document.signatures()) {
            rows.add(List.of(
                    one.signer().name(),
                    wording.name("role", one.signer().role()),
                    wording.text("meaning." + ReportJson.code(one.meaning())),
                    wording.timeOfSigning(one.signedAt())));
        }
        html.table(
                "report-table report-signatures",
                wording.text("section.signatures"),
                List.of(
                        wording.text("label.signer"),
                        wording.text("label.role"),
                        wording.text("label.meaning"),
                        wording.text("label.signed-at")),
                rows);
        if (document.status() == ReportStatus.DRAFT) {
            html.text("p", "report-missing", wording.text("label.not-signed"));
        }
        html.close("section");
    }

    private Fact fact(String label, String value, String cssClass) {
        return Fact.of(wording.text("label." + label), value, cssClass);
    }

    private Html section(Html html, String name) {
        return Details.opened(html, name).text(medium.heading(1), "", wording.text("section." + name));
    }

    static void figure(Html html, Figure figure, Medium medium) {
        html.open("figure", "report-figure").raw(medium.svg(figure));
        html.text("figcaption", "", figure.title()).close("figure");
    }
}
