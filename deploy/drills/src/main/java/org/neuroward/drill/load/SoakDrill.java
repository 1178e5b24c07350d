package org.neuroward.drill.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.neuroward.drill.Drill;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.DrillReport;
import org.neuroward.drill.DrillReport.Target;
import org.neuroward.drill.ProcessGauge;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.Table;
import org.neuroward.drill.bed.SignalPattern;
import org.neuroward.drill.bed.StoredBlocks;
import org.neuroward.drill.bed.Ward;

/**
 * Many hours of signal from many beds, faster than they were: does the server need more of anything at the end than at the
 * beginning? In each hour of signal every bed loses its connection once and goes on.
 */
public final class SoakDrill implements Drill {

    private static final long SECONDS_PER_HOUR = 3600;
    private static final double MEGA = 1e6;
    private static final int LAST_ACKS_SECONDS = 60;

    /** What a heap may seem to grow by, because a collection is never quite the same. */
    private static final double MOST_MEGABYTES = 15;

    private static final double MOST_OTHERS = 10;

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of(
                "beds",
                "50",
                "hours",
                "24",
                "speed",
                "120",
                "channels",
                "4",
                "hertz",
                "128",
                "heap",
                "384m",
                "samples",
                "24");
    }

    /** What the server used at one moment. */
    private record Sample(double hours, double liveMegabytes, ProcessGauge.Reading reading, long behind) {}

    @Override
    public DrillReport run(DrillOptions options) throws IOException, InterruptedException {
        var signal = new SignalPattern(0, (int) options.number("channels"), options.number("hertz"));
        // One block is one second of signal.
        long blockNanos = TimeUnit.SECONDS.toNanos(1) / options.number("speed");
        var shape = new Ward.Shape(signal, (int) options.number("hertz"), blockNanos);
        int beds = (int) options.number("beds");
        try (RunningClinic clinic = RunningClinic.of(options.folder(), beds, "-Xmx" + options.text("heap"))) {
            clinic.startServer();
            try (var ward = new Ward(clinic, shape)) {
                ward.fill(beds);
                long began = System.nanoTime();
                List<Sample> samples = soak(clinic, ward, options);
                double minutes = (System.nanoTime() - began) / 60e9;
                ward.pause(LAST_ACKS_SECONDS);
                long disconnected = ward.disconnected();
                clinic.killServer();
                return report(options, samples, minutes, disconnected, StoredBlocks.of(clinic, ward.beds()));
            }
        }
    }

    private static List<Sample> soak(RunningClinic clinic, Ward ward, DrillOptions options)
            throws IOException, InterruptedException {
        var random = new SplittableRandom(options.seed());
        var gauge = new ProcessGauge(clinic.server().toHandle());
        var samples = new ArrayList<Sample>();
        long count = options.number("samples");
        double hours = options.number("hours");
        long began = System.nanoTime();
        long pauseMillis = Math.round(SECONDS_PER_HOUR
                * 1000.0
                / options.number("speed")
                / ward.beds().size());
        for (int sample = 1; sample <= count; sample++) {
            double until = hours * sample / count;
            while (hoursSince(began, options) < until) {
                ward.beds().get(random.nextInt(ward.beds().size())).reconnect();
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
            double live = gauge.liveHeapBytes() / MEGA;
            samples.add(new Sample(until, live, gauge.read(), ward.behindBlocks()));
            options.say(samples.getLast().toString());
        }
        return samples;
    }

    private static double hoursSince(long began, DrillOptions options) {
        return (System.nanoTime() - began) / 1e9 * options.number("speed") / SECONDS_PER_HOUR;
    }

    private static DrillReport report(
            DrillOptions options, List<Sample> samples, double minutes, long disconnected, StoredBlocks stored) {
        Table course = new Table(
                String.format(
                        Locale.ROOT,
                        "%s beds, %s h of signal in %.1f min (%s × %s Hz, blocks of 1 s, %s times as fast)",
                        options.text("beds"),
                        options.text("hours"),
                        minutes,
                        options.text("channels"),
                        options.text("hertz"),
                        options.text("speed")),
                List.of("signal, h", "live heap MB", "resident MB", "threads", "descriptors", "blocks behind"));
        for (Sample sample : samples) {
            course.row(
                    decimal(sample.hours()),
                    decimal(sample.liveMegabytes()),
                    Math.round(sample.reading().residentBytes() / MEGA),
                    sample.reading().threads(),
                    sample.reading().descriptors(),
                    sample.behind());
        }
        Table kept = new Table("After the server was killed", List.of("recordings", "blocks stored", "acknowledged"))
                .row(stored.recordings(), stored.blocks(), stored.acknowledged());
        long wanted = options.number("beds") * options.number("hours") * SECONDS_PER_HOUR * 9 / 10;
        return new DrillReport(
                List.of(course, kept),
                List.of(
                        Target.atLeast("blocks of one second, of all beds", wanted, stored.blocks()),
                        Target.below(
                                "growth of the live heap, MB", MOST_MEGABYTES, growth(samples, Sample::liveMegabytes)),
                        Target.below("growth of threads", MOST_OTHERS, growth(samples, one -> one.reading()
                                .threads())),
                        Target.below("growth of descriptors", MOST_OTHERS, growth(samples, one -> one.reading()
                                .descriptors())),
                        Target.zero("agents that were not let in again", disconnected),
                        Target.zero("acknowledged blocks that are not on disk", stored.lost()),
                        Target.zero("stored counts that differ from the source", stored.wrong()),
                        Target.zero("stored twice or out of order", stored.misplaced())));
    }

    /** What a straight line through all samples but the first fifth, in which the server warms up, gains from its begin to its end. */
    private static double growth(List<Sample> all, ToDoubleFunction<Sample> of) {
        List<Sample> samples = all.subList(all.size() / 5, all.size());
        double meanHours = samples.stream().mapToDouble(Sample::hours).average().orElse(0);
        double mean = samples.stream().mapToDouble(of).average().orElse(0);
        double products = 0;
        double squares = 0;
        for (Sample sample : samples) {
            products += (sample.hours() - meanHours) * (of.applyAsDouble(sample) - mean);
            squares += (sample.hours() - meanHours) * (sample.hours() - meanHours);
        }
        double slope = squares == 0 ? 0 : products / squares;
        return slope * (samples.getLast().hours() - samples.getFirst().hours());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
