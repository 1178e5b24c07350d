package org.neuroward.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportJson;
import org.neuroward.report.content.ResultTable;
import org.neuroward.report.content.SessionFacts;
import org.neuroward.report.content.Signature;
import org.neuroward.report.figure.Figure;
import org.neuroward.report.figure.Figures;
import org.neuroward.report.html.Html.Cell;
import org.neuroward.report.html.Html.Fact;
import org.neuroward.report.wording.Numbers;
import org.neuroward.report.wording.Wording;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;

/** Everything behind the first page: how it was recorded, all figures, methods, limitations, origin. */
final class Details {

    private final ReportDocument document;
    private final ResultDocument result;
    private final ResultTable table;
    private final Wording wording;
    private final Medium medium;
    private final Figures figures;

    Details(ReportDocument document, Wording wording, Medium medium, Figures figures) {
        this.document = document;
        this.result = document.result();
        this.table = new ResultTable(document.result());
        this.wording = wording;
        this.medium = medium;
        this.figures = figures;
    }

    void write(Html html) {
        html.open("div", "report-details");
        limitations(html);
        notices(html);
        recording(html);
        figures.spectraByElectrode().ifPresent(figure -> section(html, "spectra", List.of(figure), ""));
        section(html, "maps", figures.maps(), "report-pair");
        tables(html);
        section(html, "channel-quality", figures.qualityByChannel().stream().toList(), "");
        methods(html);
        provenance(html);
        html.close("div");
    }

    /** A value as its unit asks for it, or a dash and the reason why there is none. */
    static String cell(Result one, Wording wording) {
        return one.value()
                .map(value -> Numbers.of(value, one.unit()))
                .orElseGet(() -> "– ("
                        + wording.name("reason", one.unavailable().orElseThrow().reason()) + ")");
    }

    private void limitations(Html html) {
        section(html, "limitations").open("ul", "report-statements");
        document.limitations().forEach(one -> html.text("li", "", wording.limitation(one)));
        html.close("ul").close("section");
    }

    private void notices(Html html) {
        if (result.notices().isEmpty()) {
            return;
        }
        section(html, "notices").open("ul", "report-statements");
        result.notices().forEach(one -> html.text("li", "", wording.sentence("notice", one.code(), one.facts())));
        html.close("ul").close("section");
    }

    private void recording(Html html) {
        section(html, "conditions");
        figures.timeline().ifPresent(figure -> FirstPage.figure(html, figure, medium));
        SessionFacts session = document.session();
        if (!session.blocks().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            for (SessionFacts.Block block : session.blocks()) {
                rows.add(List.of(
                        wording.sentence(wording.name("condition", block.condition())),
                        Numbers.seconds(block.startSeconds()),
                        Numbers.seconds(block.seconds())));
            }
            html.table(
                    "report-table report-numbers report-narrow",
                    wording.text("table.blocks"),
                    List.of(label("block"), label("start"), label("seconds")),
                    rows);
        }
        session.gaps().ifPresent(gaps -> gaps(html, gaps));
        if (!result.channelsLeftOut().isEmpty()) {
            List<List<String>> rows = result.channelsLeftOut().stream()
                    .map(one -> List.of(one.label(), wording.name("reason", one.reason())))
                    .toList();
            html.table(
                    "report-table report-narrow",
                    wording.text("table.left-out"),
                    List.of(label("channel"), label("reason")),
                    rows);
        }
        html.close("section");
    }

    private void gaps(Html html, List<SessionFacts.Gap> gaps) {
        List<List<String>> rows = gaps.stream()
                .map(gap -> List.of(
                        Numbers.seconds(gap.startSeconds()),
                        gap.exact()
                                ? Numbers.seconds(gap.seconds())
                                : wording.text("label.about", "figure", Numbers.seconds(gap.seconds())),
                        wording.name("gap", gap.cause())))
                .toList();
        html.table(
                "report-table report-narrow",
                wording.text("table.gaps"),
                List.of(label("start"), label("seconds"), label("cause")),
                rows);
    }

    private void tables(Html html) {
        if (result.results().isEmpty()) {
            return;
        }
        section(html, "tables");
        List<List<Cell>> regional = new ArrayList<>();
        for (Result one : table.ofRegions()) {
            regional.add(List.of(
                    new Cell(wording.measure(one.code()) + " (" + one.unit() + ")"),
                    new Cell(wording.sentence(wording.name("condition", one.condition()))),
                    valueCell(one, one.region().orElseThrow()),
                    new Cell(Numbers.seconds(one.secondsUsed()))));
        }
        if (!regional.isEmpty()) {
            html.tableOfCells(
                    "report-table",
                    wording.text("table.iaf") + " (" + wording.name("region", "posterior") + ")",
                    List.of(label("measure"), label("condition"), label("value"), label("seconds-used")),
                    regional);
        }
        for (String condition : table.conditions()) {
            powers(html, condition, "absolute");
            powers(html, condition, "relative");
        }
        html.close("section");
    }

    private void powers(Html html, String condition, String measure) {
        List<String> bands = table.bands();
        if (bands.isEmpty()) {
            return;
        }
        List<String> headings = new ArrayList<>(List.of(label("channel")));
        bands.forEach(band -> headings.add(wording.name("band", band)));
        List<List<Cell>> rows = new ArrayList<>();
        for (String channel : table.channels()) {
            List<Cell> row = new ArrayList<>(List.of(new Cell(channel)));
            for (String band : bands) {
                row.add(table.find("band-power." + band + "." + measure, channel, condition)
                        .map(one -> one.value().isPresent() ? valueCell(one, channel) : new Cell("–"))
                        .orElseGet(() -> new Cell("–")));
            }
            rows.add(row);
        }
        String caption = wording.text("table.power", "condition", wording.name("condition", condition)) + ", "
                + wording.text("table." + measure);
        html.tableOfCells("report-table report-numbers", caption, headings, rows);
        String missing = missing(condition, measure);
        if (!missing.isEmpty()) {
            html.text("p", "report-note", missing);
        }
    }

    /** Why a column has dashes. */
    private String missing(String condition, String measure) {
        return result.results().stream()
                .filter(one -> one.condition().equals(condition) && one.code().endsWith("." + measure))
                .filter(one -> one.unavailable().isPresent())
                .map(one -> wording.measure(one.code()) + ": – ("
                        + wording.name("reason", one.unavailable().get().reason()) + ")")
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private void methods(Html html) {
        section(html, "methods");
        html.text("p", "", wording.sentence("methods", "resting", result.parameters()));
        List<Fact> facts = new ArrayList<>();
        for (Map.Entry<String, Object> one : result.parameters().entrySet()) {
            facts.add(Fact.of(wording.name("parameter", one.getKey()), parameter(one.getKey(), one.getValue())));
        }
        facts.add(Fact.of(label("reference"), wording.name("reference", result.reference())));
        html.facts("report-facts report-parameters", 2, facts);
        html.text("p", "report-note", label("channels-used") + ": " + String.join(" ", result.channelsUsed()));
        html.close("section");
    }

    private String parameter(String name, Object value) {
        String words = Numbers.fact(value);
        if (name.equals("statedCondition")) {
            return words.isEmpty() ? wording.text("label.none") : wording.name("condition", words);
        }
        return wording.name("window", words);
    }

    private void provenance(Html html) {
        SessionFacts.Procedure procedure = document.session().protocol();
        List<Fact> facts = new ArrayList<>();
        document.amendment().ifPresent(made -> {
            facts.add(Fact.of(
                    label("amendment"),
                    wording.text("label.amendment-by", "name", made.author().name(), "reason", made.reason())));
            facts.add(code("previous-sha256", made.previousSha256()));
        });
        facts.add(Fact.of(
                label("protocol"),
                wording.name("protocol", procedure.id()) + " " + procedure.version() + ": "
                        + wording.name("variant", procedure.variant())));
        facts.add(Fact.of(
                label("software"),
                result.software().id() + " " + result.software().version()));
        facts.add(Fact.of(label("report-schema"), document.schema()));
        facts.add(Fact.of(label("result-schema"), result.schema()));
        facts.add(Fact.of(label("drafted-at"), wording.timeOfSigning(document.draftedAt())));
        facts.add(Fact.of(label("format"), result.input().format()));
        facts.add(Fact.of(label("bytes"), Long.toString(result.input().bytes())));
        facts.add(code("recording-sha256", document.recordingSha256()));
        facts.add(code("result-sha256", document.resultSha256()));
        document.signature().map(Signature::signedSha256).ifPresent(hash -> facts.add(code("signed-sha256", hash)));
        document.signature()
                .ifPresent(one -> facts.add(Fact.of(label("method"), wording.name("method", one.method()))));
        facts.add(code("report-sha256", ReportJson.sha256(document)));
        section(html, "provenance")
                .facts("report-facts report-provenance", 1, facts)
                .close("section");
    }

    private Fact code(String label, String hash) {
        return Fact.of(label(label), hash, "report-code");
    }

    /** The number as printed; in full, and under which code, for programs that read the page. */
    private Cell valueCell(Result one, String place) {
        String name = Html.escape("value-" + one.code() + "-" + one.condition() + "-" + place);
        String full = one.value().map(value -> " data-value=\"" + value + "\"").orElse("");
        return new Cell(cell(one, wording), " data-testid=\"" + name + "\"" + full);
    }

    private String label(String name) {
        return wording.text("label." + name);
    }

    private void section(Html html, String name, List<Figure> drawn, String cssClass) {
        if (drawn.isEmpty()) {
            return;
        }
        section(html, name);
        html.open("div", ("report-figures " + cssClass).strip());
        drawn.forEach(figure -> FirstPage.figure(html, figure, medium));
        html.close("div").close("section");
    }

    static Html opened(Html html, String name) {
        return html.raw(
                "<section class=\"report-section report-section-" + name + "\" data-testid=\"report-" + name + "\">");
    }

    private Html section(Html html, String name) {
        return opened(html, name).text(medium.heading(1), "", wording.text("section." + name));
    }
}
