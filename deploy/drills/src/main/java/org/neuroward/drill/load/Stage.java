package org.neuroward.drill.load;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.neuroward.drill.ProcessGauge;
import org.neuroward.drill.RunningClinic;
import org.neuroward.drill.ServerMetrics;
import org.neuroward.drill.Table;
import org.neuroward.drill.bed.AckTimes;
import org.neuroward.drill.bed.Ward;

/** What was measured while one number of beds recorded. */
record Stage(int beds, int watched, double seconds, Stream stream, Cost cost) {

    private static final double MEGA = 1e6;

    /** @param behindBlocks due and not yet sent when the stage ended */
    record Stream(
            AckTimes.Between times,
            double megabytesPerSecond,
            double syncsPerSecond,
            double shownPerSecond,
            long behindBlocks) {}

    /** Processors are shares of one: 1.5 is one and a half. */
    record Cost(double server, double database, double drill, ProcessGauge.Reading reading, long liveHeapBytes) {}

    /** One moment. */
    private record Moment(
            long nanos,
            long[] times,
            long acked,
            long shown,
            double syncs,
            ProcessGauge.Reading server,
            double databaseSeconds,
            double drillSeconds) {

        static Moment now(Ward ward, Audience audience) throws IOException, InterruptedException {
            RunningClinic clinic = audience.clinic();
            var gauge = new ProcessGauge(clinic.server().toHandle());
            double syncs = ServerMetrics.of(clinic.address()).sum("neuroward.ingest.syncs_total");
            return new Moment(
                    System.nanoTime(),
                    ward.times().snapshot(),
                    ward.ackedFrames(),
                    audience.blocksShown(),
                    syncs,
                    gauge.read(),
                    clinic.database()
                            .map(database -> ProcessGauge.cpuOfAll(database).toNanos() / 1e9)
                            .orElse(0.0),
                    ProcessHandle.current()
                                    .info()
                                    .totalCpuDuration()
                                    .orElseThrow()
                                    .toNanos()
                            / 1e9);
        }
    }

    static Stage measure(Ward ward, Audience audience, long seconds) throws IOException, InterruptedException {
        Moment from = Moment.now(ward, audience);
        TimeUnit.SECONDS.sleep(seconds);
        Moment to = Moment.now(ward, audience);
        long behind = ward.behindBlocks();
        double took = (to.nanos() - from.nanos()) / 1e9;
        double megabytes = (to.acked() - from.acked()) * ward.shape().bytesOfBlock() / MEGA;
        var stream = new Stream(
                AckTimes.between(from.times(), to.times()),
                megabytes / took,
                (to.syncs() - from.syncs()) / took,
                (to.shown() - from.shown()) / took,
                behind);
        var cost = new Cost(
                to.server().cpu().minus(from.server().cpu()).toNanos() / 1e9 / took,
                (to.databaseSeconds() - from.databaseSeconds()) / took,
                (to.drillSeconds() - from.drillSeconds()) / took,
                to.server(),
                new ProcessGauge(audience.clinic().server().toHandle()).liveHeapBytes());
        return new Stage(ward.beds().size(), audience.watched(), took, stream, cost);
    }

    double p99Millis() {
        return stream.times().millis(0.99);
    }

    /** Nearly every block in time, and none left behind that will be late. */
    boolean holds(long limitMillis) {
        return p99Millis() < limitMillis && stream.behindBlocks() <= beds;
    }

    static Table latencies(List<Stage> stages) {
        var table = new Table(
                "From a block's due time until it is durable on the server and acknowledged, ms",
                List.of("beds", "watched", "blocks", "MB/s", "p50", "p90", "p99", "p99.9", "largest", "blocks behind"));
        for (Stage stage : stages) {
            AckTimes.Between times = stage.stream.times();
            table.row(
                    stage.beds,
                    stage.watched,
                    times.count(),
                    decimal(stage.stream.megabytesPerSecond()),
                    decimal(times.millis(0.5)),
                    decimal(times.millis(0.9)),
                    decimal(times.millis(0.99)),
                    decimal(times.millis(0.999)),
                    decimal(times.millis(1)),
                    stage.stream.behindBlocks());
        }
        return table;
    }

    static Table costs(List<Stage> stages) {
        var table = new Table(
                "What it costs (processors: 1 is one of this machine's)",
                List.of(
                        "beds",
                        "syncs/s",
                        "server",
                        "database",
                        "this load",
                        "resident MB",
                        "live heap MB",
                        "threads",
                        "descriptors",
                        "blocks shown/s"));
        for (Stage stage : stages) {
            table.row(
                    stage.beds,
                    Math.round(stage.stream.syncsPerSecond()),
                    decimal(stage.cost.server()),
                    decimal(stage.cost.database()),
                    decimal(stage.cost.drill()),
                    Math.round(stage.cost.reading().residentBytes() / MEGA),
                    Math.round(stage.cost.liveHeapBytes() / MEGA),
                    stage.cost.reading().threads(),
                    stage.cost.reading().descriptors(),
                    Math.round(stage.stream.shownPerSecond()));
        }
        return table;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    @Override
    public String toString() {
        return beds + " beds: p99 " + decimal(p99Millis()) + " ms, " + decimal(stream.megabytesPerSecond())
                + " MB/s, server " + decimal(cost.server()) + " processors, behind " + stream.behindBlocks();
    }
}
