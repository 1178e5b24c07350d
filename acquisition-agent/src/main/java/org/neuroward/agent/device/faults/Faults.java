package org.neuroward.agent.device.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to go wrong in every recording, for tests and drills. Written as a list:
 * {@code drop=0.001,stall=2s@60s,burst=300ms,clock-jump=+3600s@120s,flat=C3@30s,flat=O1@30s:10s,unplug=5s@90s,seed=7}. What is
 * lost depends on the seed and the sample's index alone: the same faults hit the same samples again.
 */
public final class Faults {

    private static final long USUAL_SEED = 1;
    private static final Duration USUAL_BURST = Duration.ofMillis(300);
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|min)");
    private static final Pattern ELECTRODE = Pattern.compile("([\\w-]{1,16})@(\\w+)(?::(\\w+))?");

    private final long seed;
    private final List<Fault> list;

    private Faults(long seed, List<Fault> list) {
        this.seed = seed;
        this.list = List.copyOf(list);
    }

    public static Faults parse(String text) throws FaultSyntaxException {
        long seed = USUAL_SEED;
        var list = new ArrayList<Fault>();
        for (String part : text.split(",", -1)) {
            if (part.matches("seed=-?\\d{1,18}")) {
                seed = Long.parseLong(part.substring("seed=".length()));
            } else {
                list.add(fault(part));
            }
        }
        return new Faults(seed, list);
    }

    private static Fault fault(String part) throws FaultSyntaxException {
        int equals = part.indexOf('=');
        String value = equals < 0 ? "" : part.substring(equals + 1);
        return switch (equals < 0 ? part : part.substring(0, equals)) {
            case "drop" -> new Fault.Drop(probability(value, part));
            case "burst" -> new Fault.Burst(equals < 0 ? USUAL_BURST : span(value, part));
            case "stall" -> new Fault.Stall(span(before(value), part), span(after(value), part));
            case "unplug" -> new Fault.Unplug(span(before(value), part), span(after(value), part));
            case "clock-jump" -> new Fault.ClockJump(signed(before(value), part), span(after(value), part));
            case "flat" -> flat(value, part);
            default -> throw new FaultSyntaxException(part);
        };
    }

    private static double probability(String value, String part) throws FaultSyntaxException {
        double probability = value.matches("\\d(\\.\\d{1,12})?") ? Double.parseDouble(value) : -1;
        if (!(probability >= 0 && probability < 1)) {
            throw new FaultSyntaxException(part);
        }
        return probability;
    }

    private static String before(String value) {
        return value.substring(0, Math.max(0, value.indexOf('@')));
    }

    private static String after(String value) {
        return value.substring(value.indexOf('@') + 1);
    }

    private static Duration signed(String value, String part) throws FaultSyntaxException {
        boolean negative = value.startsWith("-");
        Duration span = span(value.startsWith("+") || negative ? value.substring(1) : value, part);
        return negative ? span.negated() : span;
    }

    private static Duration span(String value, String part) throws FaultSyntaxException {
        Matcher span = SPAN.matcher(value);
        if (!span.matches()) {
            throw new FaultSyntaxException(part);
        }
        long number = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static Fault flat(String value, String part) throws FaultSyntaxException {
        Matcher flat = ELECTRODE.matcher(value);
        if (!flat.matches()) {
            throw new FaultSyntaxException(part);
        }
        Optional<Duration> length = flat.group(3) == null ? Optional.empty() : Optional.of(span(flat.group(3), part));
        return new Fault.Flat(flat.group(1), span(flat.group(2), part), length);
    }

    long seed() {
        return seed;
    }

    /** Those of one kind, in the order in which they were written. */
    <F extends Fault> List<F> of(Class<F> kind) {
        return list.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
