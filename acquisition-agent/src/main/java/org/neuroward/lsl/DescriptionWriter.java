package org.neuroward.lsl;

import java.util.Locale;

/** Descriptions as XML, with the elements and their order of liblsl 1.17 ({@code stream_info_impl.cpp}). */
final class DescriptionWriter {

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>\n<info>\n");

    private DescriptionWriter() {}

    /** Without what the maker adds. */
    static String shortXml(StreamDescription description) {
        return write(description, Element.of("desc"));
    }

    static String fullXml(StreamDescription description) {
        return write(description, description.desc());
    }

    private static String write(StreamDescription description, Element desc) {
        var writer = new DescriptionWriter();
        writer.kind(description.kind());
        writer.instance(description.instance());
        writer.element(desc, 1);
        return writer.xml.append("</info>\n").toString();
    }

    private void kind(StreamKind kind) {
        field("name", kind.name());
        field("type", kind.type());
        field("channel_count", Integer.toString(kind.channelCount()));
        field("channel_format", kind.format().xmlName());
        field("source_id", kind.sourceId());
        field("nominal_srate", number(kind.nominalHertz()));
    }

    /** Addresses stay empty: who receives a description knows where it came from. */
    private void instance(StreamInstance instance) {
        field("version", number(instance.version() / 100.0));
        field("created_at", number(instance.createdAtSeconds()));
        field("uid", instance.uid());
        field("session_id", instance.sessionId());
        field("hostname", instance.hostname());
        StreamPorts ports = instance.ports();
        field("v4address", "");
        field("v4data_port", Integer.toString(ports.v4Data()));
        field("v4service_port", Integer.toString(ports.v4Service()));
        field("v6address", "");
        field("v6data_port", Integer.toString(ports.v6Data()));
        field("v6service_port", Integer.toString(ports.v6Service()));
    }

    /** liblsl needs a decimal point, digits before it, and no exponent. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.15f", value);
    }

    private void field(String name, String text) {
        element(Element.of(name, text), 1);
    }

    private void element(Element element, int depth) {
        indent(depth).append('<').append(element.name());
        if (element.text().isEmpty() && element.children().isEmpty()) {
            xml.append(" />\n");
            return;
        }
        xml.append('>');
        escape(element.text());
        if (!element.children().isEmpty()) {
            xml.append('\n');
            element.children().forEach(child -> element(child, depth + 1));
            indent(depth);
        }
        xml.append("</").append(element.name()).append(">\n");
    }

    private StringBuilder indent(int depth) {
        return xml.repeat("\t", depth);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\r' -> xml.append("&#13;");
                default -> xml.append(character);
            }
        }
    }
}
