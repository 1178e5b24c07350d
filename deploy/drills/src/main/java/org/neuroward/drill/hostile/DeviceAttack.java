package org.neuroward.drill.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neuroward.drill.DrillOptions;
import org.neuroward.drill.DrillReport;
import org.neuroward.drill.DrillReport.Target;
import org.neuroward.drill.Home;
import org.neuroward.drill.Table;

/**
 * Devices that send what no device sends. The drivers take it in processes of their own with a heap of
 * {@value #HEAP_MEGABYTES} MB, which end at the first lack of memory, at the first connection that hangs for 10 s, and with 1
 * when a driver throws what it should not. The code that plays the bytes is with the agent's tests, inside the drivers'
 * packages.
 */
final class DeviceAttack implements HostileDrill.Attack {

    private static final int HEAP_MEGABYTES = 48;
    private static final String DRIVERS = "org.neuroward.agent.device.hostile.HostileDevices";
    private static final String LSL = "org.neuroward.lsl.LslFuzz";

    /** LSL has some ten parsers, the other drivers have one each. */
    private static final double SHARE_OF_LSL = 0.4;

    private static final long LONGEST_MINUTES = 60;
    private static final double LONGEST_MILLIS = 1000;
    private static final Pattern LSL_LINE = Pattern.compile("lsl, seed -?\\d+: (\\d+) inputs .*");

    @Override
    public DrillReport run(DrillOptions options, long frames) throws IOException, InterruptedException {
        var table = new Table(
                "Hostile devices, seed " + options.seed(),
                List.of(
                        "driver",
                        "hostile frames",
                        "connections",
                        "samples delivered",
                        "faults",
                        "longest, ms of a processor"));
        long ofLsl = (long) (frames * SHARE_OF_LSL);
        options.say("hostile frames for the drivers of devices: " + (frames - ofLsl));
        Child drivers = Child.run(options, DRIVERS, frames - ofLsl);
        options.say("hostile frames for LSL: " + ofLsl);
        Child lsl = Child.run(options, LSL, ofLsl);
        long taken = 0;
        long longest = 0;
        for (String line : drivers.lines()) {
            String[] cells = line.split("\t");
            if (cells.length == 6) {
                table.row((Object[]) cells);
                taken += Long.parseLong(cells[1]);
                longest = Math.max(longest, Long.parseLong(cells[5]));
            }
        }
        for (String line : lsl.lines()) {
            Matcher found = LSL_LINE.matcher(line);
            if (found.matches()) {
                table.row("LSL", found.group(1), "–", "–", "0", "–");
                taken += Long.parseLong(found.group(1));
            }
        }
        return new DrillReport(
                List.of(table),
                List.of(
                        Target.atLeast("hostile frames taken by drivers", frames, taken),
                        Target.below("longest connection, ms of a processor", LONGEST_MILLIS, longest),
                        Target.zero("drivers' process: exit code (crash, hang, memory)", drivers.exitCode()),
                        Target.zero("LSL's process: exit code (crash, hang, memory)", lsl.exitCode())));
    }

    /** A process that was run to its end. */
    private record Child(int exitCode, List<String> lines) {

        private static final int TIMED_OUT = 124;

        static Child run(DrillOptions options, String mainClass, long frames) throws IOException, InterruptedException {
            Path agent = Home.folder().resolve("acquisition-agent/target");
            if (!Files.isDirectory(agent.resolve("test-classes"))) {
                throw new IOException("the agent's tests are not built: " + agent.resolve("test-classes"));
            }
            Path said = options.folder().resolve(mainClass + ".txt");
            String classPath = String.join(
                    java.io.File.pathSeparator,
                    agent.resolve("test-classes").toString(),
                    agent.resolve("classes").toString(),
                    agent.resolve("lib").toString() + "/*",
                    Home.folder().resolve("protocols/target/classes").toString());
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + HEAP_MEGABYTES + "m",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-XX:+UseSerialGC",
                            "-cp",
                            classPath,
                            mainClass,
                            "--inputs",
                            Long.toString(frames),
                            "--seed",
                            Long.toString(options.seed()))
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                return new Child(TIMED_OUT, Files.readAllLines(said));
            }
            return new Child(process.exitValue(), Files.readAllLines(said));
        }
    }
}
