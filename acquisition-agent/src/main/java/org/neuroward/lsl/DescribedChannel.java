package org.neuroward.lsl;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A channel by the conventions of the XDF project ({@code desc/channels/channel/label, type, unit}).
 *
 * @param label empty where none is given, like the others
 * @param modulo for a sample counter: it starts again at 0 when it would reach this
 */
public record DescribedChannel(String label, String type, String unit, OptionalLong modulo) {

    private static final DescribedChannel UNKNOWN = new DescribedChannel("", "", "", OptionalLong.empty());

    static List<DescribedChannel> listOf(int count, Element desc) {
        var channels = new ArrayList<DescribedChannel>();
        desc.find("channels").stream()
                .flatMap(all -> all.children("channel"))
                .limit(count)
                .map(DescribedChannel::of)
                .forEach(channels::add);
        while (channels.size() < count) {
            channels.add(UNKNOWN);
        }
        return List.copyOf(channels);
    }

    private static DescribedChannel of(Element channel) {
        String modulo = channel.text("modulo");
        return new DescribedChannel(
                channel.text("label"),
                channel.text("type"),
                channel.text("unit"),
                modulo.matches("[1-9]\\d{0,17}") ? OptionalLong.of(Long.parseLong(modulo)) : OptionalLong.empty());
    }

    /** Whether its values number the samples. Only what the maker declares so is taken for it. */
    public boolean isSampleCounter() {
        return type.equalsIgnoreCase("counter")
                || type.equalsIgnoreCase("samplecounter")
                || label.equalsIgnoreCase("sampleindex")
                || label.equalsIgnoreCase("samplecounter");
    }

    Element toElement() {
        var children = new ArrayList<>(
                List.of(Element.of("label", label), Element.of("unit", unit), Element.of("type", type)));
        modulo.ifPresent(value -> children.add(Element.of("modulo", Long.toString(value))));
        return Element.of("channel", children);
    }

    /** {@code desc/channels} of a stream. */
    public static Element channelsElement(List<DescribedChannel> channels) {
        return Element.of(
                "channels", channels.stream().map(DescribedChannel::toElement).toList());
    }
}
