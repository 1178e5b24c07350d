package org.neuroward.agent.device.faults;

import java.time.Duration;
import java.util.Optional;

/** One thing that goes wrong; times count from the start of a recording. */
sealed interface Fault {

    /** Each sample is lost with that probability, and the device's counter tells. */
    record Drop(double probability) implements Fault {}

    /** Nothing comes for that long; then everything comes that was held up. */
    record Stall(Duration length, Duration at) implements Fault {}

    /** All through the recording samples come late, in lumps of that length. */
    record Burst(Duration length) implements Fault {}

    /** The device's clock steps; its sample counter does not. */
    record ClockJump(Duration by, Duration at) implements Fault {}

    /** @param length empty: to the end of the recording */
    record Flat(String electrode, Duration at, Optional<Duration> length) implements Fault {}

    /** The device is away; what it measured meanwhile is lost, and its counter tells how much that was. */
    record Unplug(Duration length, Duration at) implements Fault {}
}
