package org.neuroward.report.html;

import java.util.List;

/** Writes HTML that is well-formed XML as well. Every text passes through {@link #escape}. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String tag, String cssClass, String words) {
        out.append('<').append(tag).append(cssClass(cssClass)).append('>');
        out.append(escape(words)).append("</").append(tag).append('>');
        return this;
    }

    Html open(String tag, String cssClass) {
        out.append('<').append(tag).append(cssClass(cssClass)).append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** A table of names and values, {@code pairs} of them in a row. */
    Html facts(String cssClass, int pairs, List<Fact> facts) {
        open("table", cssClass).open("tbody", "");
        for (int i = 0; i < facts.size(); i += pairs) {
            open("tr", "");
            for (int j = i; j < i + pairs; j++) {
                if (j < facts.size()) {
                    raw("<th scope=\"row\">" + escape(facts.get(j).name()) + "</th>");
                    open("td", facts.get(j).cssClass())
                            .raw(facts.get(j).markup())
                            .close("td");
                } else {
                    raw("<td></td><td></td>");
                }
            }
            close("tr");
        }
        return close("tbody").close("table");
    }

    /** A table of plain texts with a heading row; the first cell of each row names it. */
    Html table(String cssClass, String caption, List<String> headings, List<List<String>> rows) {
        return tableOfCells(
                cssClass,
                caption,
                headings,
                rows.stream().map(row -> row.stream().map(Cell::new).toList()).toList());
    }

    Html tableOfCells(String cssClass, String caption, List<String> headings, List<List<Cell>> rows) {
        String width = cssClass.contains("report-narrow") ? " report-half" : "";
        raw("<div class=\"report-scroll" + width + "\" role=\"region\" tabindex=\"0\" aria-label=\"" + escape(caption)
                + "\">");
        open("table", cssClass).text("caption", "", caption).open("thead", "").open("tr", "");
        headings.forEach(heading -> raw("<th scope=\"col\">" + escape(heading) + "</th>"));
        close("tr").close("thead").open("tbody", "");
        for (List<Cell> row : rows) {
            open("tr", "").raw("<th scope=\"row\">" + escape(row.getFirst().words()) + "</th>");
            row.subList(1, row.size())
                    .forEach(cell -> raw("<td" + cell.attributes() + ">" + escape(cell.words()) + "</td>"));
            close("tr");
        }
        return close("tbody").close("table").close("div");
    }

    /** @param attributes of the cell's tag, escaped and with a space before each; may be empty */
    record Cell(String words, String attributes) {

        Cell(String words) {
            this(words, "");
        }
    }

    /**
     * @param markup of the value, escaped
     * @param cssClass of the value's cell; may be empty
     */
    record Fact(String name, String markup, String cssClass) {

        static Fact of(String name, String value, String cssClass) {
            return new Fact(name, escape(value), cssClass);
        }

        static Fact of(String name, String value) {
            return of(name, value, "");
        }
    }

    /** Also takes out what XML 1.0 cannot hold. */
    static String escape(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c != 0xFFFE && c != 0xFFFF;
    }

    private static String cssClass(String cssClass) {
        return cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
