package org.neuroward.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.neuroward.agent.device.Instruction;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.FrameContent.Event;

/** The blocks of a session's plan that are still to be marked. Belongs to one thread. */
final class PlanMarks {

    private final SamplingRate rate;
    private final Deque<Instruction> waiting = new ArrayDeque<>();

    /**
     * @param recorded samples of stream 0: what begins before is marked already
     * @param marked remarks that lie there or later
     */
    PlanMarks(List<Instruction> plan, SamplingRate rate, long recorded, List<Event> marked) {
        this.rate = rate;
        for (Instruction block : plan) {
            if (sampleOf(block) >= recorded && !marked.contains(event(block))) {
                waiting.add(block);
            }
        }
    }

    /** The blocks that begin before {@code endSample}; they are not given again. */
    List<Event> before(long endSample) {
        var begun = new ArrayList<Event>();
        while (!waiting.isEmpty() && sampleOf(waiting.getFirst()) < endSample) {
            begun.add(event(waiting.removeFirst()));
        }
        return begun;
    }

    private long sampleOf(Instruction block) {
        return rate.samplesIn(block.onset());
    }

    private static Event event(Instruction block) {
        return new Event(block.onset(), Optional.of(block.duration()), block.text(), true);
    }
}
