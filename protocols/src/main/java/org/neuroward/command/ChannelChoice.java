package org.neuroward.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelLabel;

/**
 * The one channel that a name means: its label, then its label in any case, then the electrode that its label names; or
 * {@code #3}, its number in the list of {@code neuroward edf}.
 */
final class ChannelChoice {

    private static final int SHOWN = 40;

    private ChannelChoice() {}

    /** @return index of the channel */
    static int of(List<Channel> channels, String name) throws CommandFailure {
        if (name.matches("#\\d{1,6}")) {
            int number = Integer.parseInt(name.substring(1));
            if (number < 1 || number > channels.size()) {
                throw CommandFailure.of("channel.number", name, channels.size());
            }
            return number - 1;
        }
        String wanted = name.strip();
        String electrode = ChannelLabel.parse(wanted).electrode().toUpperCase(Locale.ROOT);
        List<Predicate<String>> ways = List.of(
                label -> label.equals(wanted), label -> label.equalsIgnoreCase(wanted), label -> ChannelLabel.parse(
                                label)
                        .electrode()
                        .toUpperCase(Locale.ROOT)
                        .equals(electrode));
        for (Predicate<String> way : ways) {
            List<Integer> found = IntStream.range(0, channels.size())
                    .filter(i -> way.test(channels.get(i).label().strip()))
                    .boxed()
                    .toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
            if (found.size() > 1) {
                throw CommandFailure.of("channel.ambiguous", name, list(channels, found));
            }
        }
        List<Integer> all = IntStream.range(0, channels.size()).boxed().toList();
        throw CommandFailure.of("channel.missing", name, list(channels, all));
    }

    private static String list(List<Channel> channels, List<Integer> chosen) {
        List<String> words = new ArrayList<>(chosen.stream()
                .limit(SHOWN)
                .map(i -> "#" + (i + 1) + " " + channels.get(i).label().strip())
                .toList());
        if (chosen.size() > SHOWN) {
            words.add("…");
        }
        return words.stream().collect(Collectors.joining(", "));
    }
}
