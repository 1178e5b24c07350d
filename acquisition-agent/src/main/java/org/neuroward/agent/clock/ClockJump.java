package org.neuroward.agent.clock;

import java.time.Duration;

/** Something that the computer's clocks did between two looks at them, beyond going on. */
public sealed interface ClockJump {

    /** The computer slept: its monotonic clock stood still, and no program ran. */
    record Slept(Duration span) implements ClockJump {}

    /** Someone or something set the wall clock. @param by positive when it was put forward */
    record WallSet(Duration by) implements ClockJump {}

    /** The agent was not let run: the process was stopped, or the computer was overloaded. */
    record HeldUp(Duration span) implements ClockJump {}
}
