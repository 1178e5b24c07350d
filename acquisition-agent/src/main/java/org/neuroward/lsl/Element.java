package org.neuroward.lsl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element of what a stream's maker says of it. Attributes are not kept: Lab Streaming Layer has none.
 *
 * @param text its own text without surrounding white space
 */
public record Element(String name, String text, List<Element> children) {

    public Element {
        if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_.\\-]*")) {
            throw new IllegalArgumentException("an element has a name of letters and digits: " + name);
        }
        if (!text.chars().allMatch(Element::mayStand)) {
            throw new IllegalArgumentException("a text holds no control characters: element=" + name);
        }
        children = List.copyOf(children);
    }

    private static boolean mayStand(int character) {
        return character >= ' ' && character < 0xFFFE || character == '\t' || character == '\n' || character == '\r';
    }

    public static Element of(String name, String text) {
        return new Element(name, text, List.of());
    }

    public static Element of(String name, Element... children) {
        return new Element(name, "", List.of(children));
    }

    public static Element of(String name, List<Element> children) {
        return new Element(name, "", children);
    }

    public Stream<Element> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    public Optional<Element> find(String childName) {
        return children(childName).findFirst();
    }

    /** The text of the first child of that name, or nothing. */
    public String text(String childName) {
        return find(childName).map(Element::text).orElse("");
    }
}
