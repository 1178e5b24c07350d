package org.neuroward.lsl;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads descriptions, which come from a network without authentication: no document type, no entities of its own, bounded
 * depth and number of elements. The caller bounds the length.
 */
final class DescriptionReader {

    private static final XMLInputFactory FACTORY = hardened();

    private DescriptionReader() {}

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("descriptions refer to nothing outside");
        });
        return factory;
    }

    static StreamDescription read(String xml) throws LslException {
        Element info = tree(xml);
        try {
            return new StreamDescription(
                    kind(info), instance(info), info.find("desc").orElse(Element.of("desc")));
        } catch (IllegalArgumentException e) {
            throw new LslException("a description is not valid: " + e.getMessage(), e);
        }
    }

    private static StreamKind kind(Element info) throws LslException {
        String format = required(info, "channel_format");
        return new StreamKind(
                required(info, "name"),
                info.text("type"),
                integer(info, "channel_count"),
                ChannelFormat.find(format)
                        .orElseThrow(() -> new LslException("a description names no known format: " + shown(format))),
                info.text("source_id"),
                number(info, "nominal_srate"));
    }

    private static StreamInstance instance(Element info) throws LslException {
        return new StreamInstance(
                required(info, "uid"),
                number(info, "created_at"),
                info.text("session_id"),
                info.text("hostname"),
                new StreamPorts(
                        port(info, "v4data_port"),
                        port(info, "v4service_port"),
                        port(info, "v6data_port"),
                        port(info, "v6service_port")),
                (int) (number(info, "version") * 100 + 1e-6));
    }

    private static String required(Element info, String name) throws LslException {
        return info.find(name)
                .orElseThrow(() -> new LslException("a description lacks " + name))
                .text();
    }

    private static int integer(Element info, String name) throws LslException {
        String text = required(info, name);
        if (!text.matches("\\d{1,9}")) {
            throw new LslException("a description needs a whole number: " + name + "=" + shown(text));
        }
        return Integer.parseInt(text);
    }

    /** liblsl refuses an empty port; that a family is not served can be the only thing it says. */
    private static int port(Element info, String name) throws LslException {
        return required(info, name).isEmpty() ? 0 : integer(info, name);
    }

    private static double number(Element info, String name) throws LslException {
        String text = required(info, name);
        if (!text.matches("\\d{1,20}(\\.\\d{0,40})?([eE][-+]?\\d{1,2})?")) {
            throw new LslException("a description needs a number: " + name + "=" + shown(text));
        }
        return Double.parseDouble(text);
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** The root element {@code info}. */
    static Element tree(String xml) throws LslException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
            Element root = new Tree().read(reader);
            if (!root.name().equals("info")) {
                throw new LslException("a description starts with info, not " + shown(root.name()));
            }
            return root;
        } catch (XMLStreamException | IllegalArgumentException | MissingResourceException e) {
            // The platform's reader has no text for some of its own errors, and fails when it looks for it.
            throw new LslException("a description cannot be read: " + shown(String.valueOf(e.getMessage())), e);
        }
    }

    /** Puts elements together without recursion. */
    private static final class Tree {

        private record Open(String name, StringBuilder text, List<Element> children) {}

        private final Deque<Open> open = new ArrayDeque<>();
        private int elements;
        private Element root;

        Element read(XMLStreamReader reader) throws XMLStreamException, LslException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!open.isEmpty()) {
                            open.peek().text().append(reader.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> end();
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new LslException("a description has no document type and no entities");
                    default -> {}
                }
            }
            if (root == null) {
                throw new LslException("a description has an element");
            }
            return root;
        }

        private void start(String name) throws LslException {
            if (++elements > Limits.ELEMENTS || open.size() >= Limits.ELEMENT_DEPTH) {
                throw new LslException("a description has too many elements, or too deep ones");
            }
            open.push(new Open(name, new StringBuilder(), new ArrayList<>()));
        }

        private void end() {
            Open done = open.pop();
            var element = new Element(done.name(), done.text().toString().strip(), done.children());
            if (open.isEmpty()) {
                root = element;
            } else {
                open.peek().children().add(element);
            }
        }
    }
}
