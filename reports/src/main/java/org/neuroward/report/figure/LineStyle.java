package org.neuroward.report.figure;

/** How a condition's line is drawn: colour (Okabe and Ito, for every colour vision) and dashes together. */
record LineStyle(String colour, String dashes, String cssClass) {

    static LineStyle of(String condition) {
        return condition.equals("eyes-open")
                ? new LineStyle("#c05000", "4 2", "rf-open")
                : new LineStyle("#0066a6", "", "rf-closed");
    }

    void draw(Svg svg, String path, double width) {
        if (dashes.isEmpty()) {
            svg.path(path, "none", colour, width, cssClass);
        } else {
            svg.dashed(path, dashes, colour, width, cssClass);
        }
    }
}
