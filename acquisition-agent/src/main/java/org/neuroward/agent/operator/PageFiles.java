package org.neuroward.agent.operator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neuroward.protocol.Procedure;
import org.neuroward.protocol.Procedures;

/** The page's own files, from the program itself; nothing comes from elsewhere. */
final class PageFiles {

    private static final Map<String, String> TYPES = Map.of(
            "/page.css", "text/css;charset=UTF-8",
            "/page.js", "text/javascript;charset=UTF-8",
            "/alarm.js", "text/javascript;charset=UTF-8",
            "/ask.js", "text/javascript;charset=UTF-8",
            "/desk.js", "text/javascript;charset=UTF-8",
            "/trace.js", "text/javascript;charset=UTF-8");

    /** Sentences that the page's scripts say; the others are in its markup or come with the state. */
    private static final List<String> SCRIPTED = List.of(
            "gone",
            "sound.off",
            "sound.on",
            "sound.silenced",
            "show.on",
            "show.off",
            "impedance.on",
            "impedance.off",
            "start.done",
            "stop.done",
            "mark.done",
            "trace.label",
            "trace.scale",
            "start.why.online",
            "start.why.busy");

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z.\\-]+)}}");
    private static final int SECONDS_PER_MINUTE = 60;

    private PageFiles() {}

    /** A file beside the page. */
    record PageFile(String type, byte[] bytes) {}

    static Optional<PageFile> find(String path) {
        return Optional.ofNullable(TYPES.get(path)).map(type -> new PageFile(type, read(path.substring(1))));
    }

    /** The page in one language, with the token that lets its scripts in. */
    static byte[] page(Words words, String bed, String token) {
        Map<String, String> parts = Map.of(
                "lang", words.tag(),
                "token", token,
                "page.title", words.say("title", bed),
                "procedures", procedures(words),
                "texts", texts(words));
        Matcher places = PLACE.matcher(new String(read("page.html"), StandardCharsets.UTF_8));
        return places.replaceAll(place -> Matcher.quoteReplacement(part(place.group(1), parts, words)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String name, Map<String, String> parts, Words words) {
        boolean markup = name.equals("procedures") || name.equals("texts");
        String text = parts.containsKey(name) ? parts.get(name) : words.say(name);
        return markup ? text : escaped(text);
    }

    private static String procedures(Words words) {
        var options = new StringBuilder();
        for (Procedure procedure : Procedures.list()) {
            String name = words.say(
                    "procedure." + procedure.id().substring(procedure.id().indexOf('/') + 1));
            String length = words.say("start.minutes", procedure.seconds() / SECONDS_PER_MINUTE);
            options.append("<option value=\"")
                    .append(escaped(procedure.id()))
                    .append("\">")
                    .append(escaped(name + " · " + length))
                    .append("</option>");
        }
        return options.toString();
    }

    private static String texts(Words words) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        // The scripts fill the places in by themselves.
        SCRIPTED.forEach(key -> texts.put(key, words.say(key, "{0}")));
        return texts.toString().replace("<", "\\u003c");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static byte[] read(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the page's own file cannot be read: " + name, e);
        }
    }
}
