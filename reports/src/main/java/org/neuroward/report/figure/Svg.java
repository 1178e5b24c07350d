package org.neuroward.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes SVG elements. Coordinates are rounded to a hundredth of a pixel, so equal figures give equal text. */
final class Svg {

    static final String INK = "#1f2933";
    static final String FAINT = "#7b8794";
    static final String GRID = "#d5dbe1";
    static final String SHADE = "#eef1f4";
    static final String FAMILY = "noto";

    private final StringBuilder out = new StringBuilder();

    Svg rect(double x, double y, double width, double height, String fill, String cssClass) {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        return close(fill, "none", 0, cssClass);
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke, double width, String cssClass) {
        out.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        out.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
        return close("none", stroke, width, cssClass);
    }

    Svg circle(double x, double y, double radius, String fill, String stroke, double width, String cssClass) {
        out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        out.append("\" r=\"").append(number(radius));
        return close(fill, stroke, width, cssClass);
    }

    Svg path(String data, String fill, String stroke, double width, String cssClass) {
        out.append("<path d=\"").append(data);
        return close(fill, stroke, width, cssClass);
    }

    /** A line in dashes, so that colour is never the only difference. @param dashes for example {@code 4 2} */
    Svg dashed(String data, String dashes, String stroke, double width, String cssClass) {
        out.append("<path stroke-dasharray=\"").append(dashes).append("\" d=\"").append(data);
        return close("none", stroke, width, cssClass);
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    Svg text(double x, double y, String anchor, double size, String fill, String cssClass, String words) {
        openText(anchor, size, fill, cssClass);
        out.append(" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">");
        out.append(escape(words)).append("</text>");
        return this;
    }

    /** Reads upwards, for the name of a vertical axis. */
    Svg textUpwards(double x, double y, double size, String fill, String words) {
        openText("middle", size, fill, "rf-faint");
        out.append(" transform=\"translate(")
                .append(number(x))
                .append(' ')
                .append(number(y))
                .append(") rotate(-90)\">");
        out.append(escape(words)).append("</text>");
        return this;
    }

    Svg raw(String elements) {
        out.append(elements);
        return this;
    }

    private void openText(String anchor, double size, String fill, String cssClass) {
        out.append("<text font-family=\"")
                .append(FAMILY)
                .append("\" font-size=\"")
                .append(number(size));
        out.append("\" text-anchor=\"").append(anchor).append("\" fill=\"").append(fill);
        out.append("\" class=\"").append(cssClass).append('"');
    }

    private Svg close(String fill, String stroke, double width, String cssClass) {
        out.append("\" fill=\"").append(fill).append('"');
        if (width > 0) {
            out.append(" stroke=\"")
                    .append(stroke)
                    .append("\" stroke-width=\"")
                    .append(number(width))
                    .append('"');
        }
        if (!cssClass.isEmpty()) {
            out.append(" class=\"").append(cssClass).append('"');
        }
        out.append("/>");
        return this;
    }

    static String number(double value) {
        BigDecimal rounded =
                new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
