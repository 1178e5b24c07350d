package org.neuroward.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of words and figures, for a screen or for a document. */
public final class Table {

    private final String caption;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String caption, List<String> columns) {
        this.caption = caption;
        rows.add(List.copyOf(columns));
    }

    /** Adds a row. @return this table */
    public Table row(Object... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException(
                    "a row has a cell for each column: columns=" + rows.getFirst() + ", cells=" + List.of(cells));
        }
        rows.add(List.of(cells).stream().map(Object::toString).toList());
        return this;
    }

    /** Columns of equal width, for a screen. */
    String text() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var text = new StringBuilder(caption).append('\n');
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append("  ")
                        .append(row.get(i))
                        .repeat(' ', widths[i] - row.get(i).length());
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** As RELIABILITY.md has it. */
    String markdown() {
        var text = new StringBuilder("**").append(caption).append("**\n\n");
        for (List<String> row : rows) {
            text.append(row.stream()
                    .map(cell -> cell.replace("|", "\\|"))
                    .collect(Collectors.joining(" | ", "| ", " |\n")));
            if (row == rows.getFirst()) {
                text.append("| --- ".repeat(row.size())).append("|\n");
            }
        }
        return text.toString();
    }
}
