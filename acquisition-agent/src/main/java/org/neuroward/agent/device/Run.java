package org.neuroward.agent.device;

import java.util.List;

/** What an amplifier is started for. */
public sealed interface Run {

    /** To look at the signal; nothing is kept, and a file is played again and again. */
    record Preview() implements Run {}

    /** @param instructions what the patient will be asked to do; only a simulated patient obeys them */
    record Session(List<Instruction> instructions) implements Run {
        public Session {
            instructions = List.copyOf(instructions);
        }
    }
}
