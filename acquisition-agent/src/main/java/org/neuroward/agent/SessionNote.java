package org.neuroward.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Instruction;
import org.neuroward.wire.FromServer.PlannedBlock;

/**
 * What the agent must still know of a recording after it was killed, and the recording's log does not tell.
 *
 * @param plan blocks of the session
 * @param bootId which run of the computer wrote it, where the system tells
 * @param asleep how long that run had slept by then
 * @param stopAsked someone wants the recording to end
 * @param counterOffset the recording's index in stream 0 minus the device's own number of the same sample, of a device that
 *     has such a number
 */
record SessionNote(
        List<PlannedBlock> plan,
        Optional<String> bootId,
        Duration asleep,
        boolean stopAsked,
        OptionalLong counterOffset) {

    SessionNote {
        plan = List.copyOf(plan);
    }

    static SessionNote begin(List<PlannedBlock> plan, HostClock clock) {
        return new SessionNote(plan, clock.findBootId(), asleep(clock), false, OptionalLong.empty());
    }

    /** What is assumed when there is none: no plan, and another run of the computer. */
    static SessionNote unknown() {
        return new SessionNote(List.of(), Optional.empty(), Duration.ZERO, false, OptionalLong.empty());
    }

    /** The same recording, now in the hands of this run of the agent. */
    SessionNote takenUp(HostClock clock) {
        return new SessionNote(plan, clock.findBootId(), asleep(clock), stopAsked, counterOffset);
    }

    SessionNote stopping() {
        return new SessionNote(plan, bootId, asleep, true, counterOffset);
    }

    SessionNote counting(long offset) {
        return new SessionNote(plan, bootId, asleep, stopAsked, OptionalLong.of(offset));
    }

    /** How long this run of the computer has slept since it was started. */
    static Duration asleep(HostClock clock) {
        return clock.findUptime()
                .map(uptime -> uptime.minusNanos(clock.nanos()))
                .filter(span -> !span.isNegative())
                .orElse(Duration.ZERO);
    }

    /** The plan as instructions to the patient, one after the other from the recording's first sample. */
    List<Instruction> instructions() {
        var instructions = new ArrayList<Instruction>();
        Duration onset = Duration.ZERO;
        for (PlannedBlock block : plan) {
            var instruction = new Instruction(block.text(), onset, Duration.ofSeconds(block.seconds()));
            instructions.add(instruction);
            onset = instruction.end();
        }
        return instructions;
    }

    Properties properties() {
        var written = new Properties();
        written.setProperty("plan", Integer.toString(plan.size()));
        for (int i = 0; i < plan.size(); i++) {
            written.setProperty("plan." + i + ".text", plan.get(i).text());
            written.setProperty(
                    "plan." + i + ".seconds", Integer.toString(plan.get(i).seconds()));
        }
        bootId.ifPresent(id -> written.setProperty("boot", id));
        written.setProperty("asleep", asleep.toString());
        written.setProperty("stop", Boolean.toString(stopAsked));
        counterOffset.ifPresent(offset -> written.setProperty("counter", Long.toString(offset)));
        return written;
    }

    /**
     * @throws IllegalArgumentException when the properties are no note
     * @throws java.time.DateTimeException when a span in them is none
     */
    static SessionNote of(Properties written) {
        var plan = new ArrayList<PlannedBlock>();
        for (int i = 0; i < Integer.parseInt(required(written, "plan")); i++) {
            plan.add(new PlannedBlock(
                    required(written, "plan." + i + ".text"),
                    Integer.parseInt(required(written, "plan." + i + ".seconds"))));
        }
        String counter = written.getProperty("counter");
        return new SessionNote(
                plan,
                Optional.ofNullable(written.getProperty("boot")),
                Duration.parse(required(written, "asleep")),
                Boolean.parseBoolean(written.getProperty("stop")),
                counter == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(counter)));
    }

    private static String required(Properties written, String key) {
        String value = written.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("a note has the line " + key);
        }
        return value;
    }
}
