package org.neuroward.drill.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.neuroward.agent.spool.SpoolPlan;
import org.neuroward.drill.Drill;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.DrillReport;
import org.neuroward.drill.DrillReport.Target;
import org.neuroward.drill.Table;
import org.neuroward.drill.disk.BedTrial.Outcome;
import org.neuroward.drill.disk.FaultyDisk.Fault;
import org.neuroward.wire.DiskState;

/**
 * Disks that fail under a recording, at the bed and on the server. The bed's spool runs in this process on a disk that fails
 * as told, so that an instant of power loss can be chosen to the sector.
 */
public final class DiskDrill implements Drill {

    private static final int POWER_CUTS = 200;
    private static final double LONGEST_APPEND_MILLIS = 1000;
    private static final int SMALL_RING_BYTES = 96 * 1024;

    /** They say what this drill does on purpose. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.neuroward.agent.spool"), Logger.getLogger("org.neuroward.wire"));

    private final List<Target> targets = new ArrayList<>();

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("flips", "200", "stall-millis", "5000");
    }

    @Override
    public DrillReport run(DrillOptions options) throws IOException, InterruptedException {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        Table faults = faults(options);
        Table cuts = cuts(options);
        Table flips = flips(options);
        return new DrillReport(List.of(faults, cuts, flips), targets);
    }

    private Table faults(DrillOptions options) throws IOException {
        var table = new Table(
                "The bed's disk fails in mid-recording; samples of the faster of two streams",
                List.of(
                        "fault",
                        "told as",
                        "recorded",
                        "in a gap",
                        "unaccounted",
                        "wrong",
                        "forced again",
                        "longest append, ms"));
        for (Fault fault : List.of(Fault.FULL, Fault.READ_ONLY, Fault.FORCE_FAILS)) {
            DiskState told = told(fault);
            String what = what(fault);
            long ring = SpoolPlan.RING_BYTES;
            judge(table, options, new Trial(what + ", with a spare disk", fault, told, 2, ring, true));
            judge(table, options, new Trial(what + ", no other disk, server there", fault, told, 1, ring, true));
            judge(table, options, new Trial(what + ", no other disk, no server", fault, told, 1, ring, false));
            judge(table, options, new Trial(what + ", memory full too", fault, told, 1, SMALL_RING_BYTES, false));
        }
        String slow = "each force takes " + options.number("stall-millis") + " ms";
        judge(table, options, new Trial(slow, Fault.FORCE_STALLS, DiskState.OK, 1, SpoolPlan.RING_BYTES, true));
        return table;
    }

    private record Trial(String name, Fault fault, DiskState told, int disks, long ringBytes, boolean server) {}

    private void judge(Table table, DrillOptions options, Trial trial) throws IOException {
        options.say(trial.name());
        var disks = new ArrayList<FaultyDisk>();
        for (int i = 0; i < trial.disks(); i++) {
            disks.add(new FaultyDisk());
        }
        Path folder = options.folder().resolve("trial-" + targets.size());
        var bed = new BedTrial(options.seed(), folder, disks, trial.ringBytes(), trial.server());
        Outcome found = bed.run(trial.fault(), options.number("stall-millis"));
        table.row(
                trial.name(),
                found.told(),
                found.recorded(),
                found.declared(),
                found.unaccounted(),
                found.wrong(),
                found.forcedAgain(),
                String.format(Locale.ROOT, "%.1f", found.longestAppendMillis()));
        targets.add(Target.zero(
                trial.name() + ": samples unaccounted for, wrong, or forced again after a failed force",
                Math.abs(found.unaccounted()) + found.wrong() + found.forcedAgain()));
        targets.add(new Target(
                trial.name() + ": the technician is told",
                trial.told().toString(),
                found.told().toString(),
                found.told() == trial.told()));
        if (trial.ringBytes() == SMALL_RING_BYTES) {
            targets.add(Target.atLeast(trial.name() + ": samples in a gap", 1, found.declared()));
        } else {
            targets.add(Target.zero(trial.name() + ": samples in a gap", found.declared()));
        }
        if (trial.fault() == Fault.FORCE_STALLS) {
            targets.add(Target.below(
                    trial.name() + ": longest append, ms", LONGEST_APPEND_MILLIS, found.longestAppendMillis()));
        }
    }

    private static DiskState told(Fault fault) {
        return switch (fault) {
            case FULL -> DiskState.FULL;
            case READ_ONLY -> DiskState.READ_ONLY;
            case FORCE_FAILS -> DiskState.FAILED;
            case FORCE_STALLS, NONE -> DiskState.OK;
        };
    }

    private Table cuts(DrillOptions options) throws IOException {
        int count = options.runs().orElse(POWER_CUTS);
        options.say(count + " power cuts");
        PowerCuts cuts = new PowerCuts(options.seed(), options.folder().resolve("cuts")).run(count);
        targets.add(Target.zero("power cuts: frames that were forced and are gone", cuts.lostAfterForce()));
        targets.add(Target.zero("power cuts: frames sent that the bed lost or changed", cuts.sentAndDifferent()));
        targets.add(Target.zero("power cuts: wrong counts, frames out of order", cuts.wrongCounts()));
        return new Table(
                        "Power cuts at the bed; what was not forced is kept by sectors at random",
                        List.of("cuts", "recordings", "frames sent", "not yet forced at the cuts"))
                .row(cuts.cuts(), cuts.recordings(), cuts.framesSent(), cuts.lostUnforced());
    }

    private Table flips(DrillOptions options) throws IOException {
        options.say(options.number("flips") + " flipped bits");
        BitFlips flips =
                new BitFlips(options.seed(), options.folder().resolve("flips")).run((int) options.number("flips"));
        targets.add(Target.zero("flipped bits: frames that came through, or fell without a flip", flips.framesWrong()));
        targets.add(Target.zero("flipped bits: wrong counts, frames out of order", flips.wrongCounts()));
        return new Table(
                        "Bits flipped on the bed's disk before the recording is sent",
                        List.of("bits", "frames hit", "found and told as a gap or remark"))
                .row(flips.flips(), flips.framesHit(), flips.framesReplaced());
    }

    private static String what(Fault fault) {
        return switch (fault) {
            case FULL -> "full";
            case READ_ONLY -> "read-only";
            case FORCE_FAILS -> "force fails";
            case FORCE_STALLS -> "slow";
            case NONE -> "none";
        };
    }
}
