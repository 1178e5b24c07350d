package org.neuroward.report.figure;

/**
 * One vector drawing with its text alternative. Colours are presentation attributes: no style attribute, so that a
 * strict content security policy holds; class names let a page's style sheet adapt them to a dark background.
 *
 * @param id unique within a report; ids inside the drawing start with it
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param title plain text, short
 * @param description plain text: what a reader who does not see the drawing needs to know
 * @param body SVG elements
 */
public record Figure(String id, int width, int height, String title, String description, String body) {

    /** For a web page: {@code role="img"} with title and description. */
    public String svg() {
        return "<svg" + frame() + " role=\"img\" aria-labelledby=\"" + id + "-title " + id
                + "-description\" class=\"report-svg\"><title id=\""
                + id + "-title\">" + Svg.escape(title) + "</title><desc id=\"" + id + "-description\">"
                + Svg.escape(description) + "</desc>" + body + "</svg>";
    }

    /** For a tagged PDF, whose renderer takes the alternative from {@code alt}. */
    public String svgForPrint() {
        return "<svg" + frame() + " alt=\"" + Svg.escape(title + ". " + description) + "\">" + body + "</svg>";
    }

    /** The same drawing to stand a second time on one page, where ids must differ. */
    public Figure withId(String other) {
        return new Figure(other, width, height, title, description, body.replace(id + "-clip", other + "-clip"));
    }

    private String frame() {
        return " xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 "
                + width + " " + height + "\"";
    }
}
