package org.neuroward.report.html;

import org.neuroward.report.figure.Figure;

/** Where the HTML goes. */
enum Medium {
    /** A part of a page that has its own first heading. */
    WEB,
    /** A document of its own, drawn as a tagged PDF. */
    PRINT;

    String svg(Figure figure) {
        return switch (this) {
            case WEB -> figure.svg();
            case PRINT -> figure.svgForPrint();
        };
    }

    /** Tag of the report's title; {@code depth} 1 is a section, 2 a part of it. */
    String heading(int depth) {
        return switch (this) {
            case WEB -> "h" + (depth + 2);
            case PRINT -> "h" + (depth + 1);
        };
    }
}
