package org.neuroward.lsl;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Text inside an XPath query. */
final class QueryText {

    private QueryText() {}

    /** XPath 1.0 has no escapes: a text with both kinds of quotes is put together from pieces. */
    static String literal(String text) {
        if (text.indexOf('\'') < 0) {
            return "'" + text + "'";
        }
        if (text.indexOf('"') < 0) {
            return "\"" + text + "\"";
        }
        return Arrays.stream(text.split("'", -1))
                .map(piece -> "'" + piece + "'")
                .collect(Collectors.joining(",\"'\",", "concat(", ")"));
    }
}
