package org.neuroward.bids;

/** Lines of cells with tabs between them, as BIDS has its tables. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String... names) {
        row(names);
    }

    /** No cell is empty, and none can break its row. */
    void row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].replaceAll("\\p{Cntrl}+", " ").strip();
            text.append(i == 0 ? "" : "\t").append(cell.isEmpty() ? "n/a" : cell);
        }
        text.append('\n');
    }

    String text() {
        return text.toString();
    }
}
