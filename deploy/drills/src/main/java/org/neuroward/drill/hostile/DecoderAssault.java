package org.neuroward.drill.hostile;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameException;
import org.neuroward.wire.FrameSequence;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.WireCodec;

/**
 * Hostile messages against what reads them, in this process: the message, the frame in it, its place in a recording and what
 * it says. What the reader does not understand it must refuse, at once and in little memory.
 *
 * @param messages that were read
 * @param taken those that were sound, damage and all
 * @param faults messages that brought out anything but a refusal, with what it was; the first ones
 * @param mostBytes that reading one message has allocated
 * @param mostMillis that reading one message has taken
 */
record DecoderAssault(long messages, long taken, List<String> faults, long mostBytes, double mostMillis) {

    private static final int MESSAGES_OF_A_RECORDING = 200;
    private static final int FAULTS_KEPT = 20;

    static DecoderAssault run(long seed, long messages) {
        var assault = new Assault(seed);
        for (long i = 0; i < messages; i++) {
            assault.strike(i);
        }
        return new DecoderAssault(messages, assault.taken, assault.faults, assault.mostBytes, assault.mostNanos / 1e6);
    }

    private static final class Assault {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final UUID recordingId = new UUID(1, 2);
        private final HostileMessages hostile;
        private final List<String> faults = new ArrayList<>();
        private FrameSequence sequence;
        private long taken;
        private long mostBytes;
        private long mostNanos;

        private Assault(long seed) {
            hostile = new HostileMessages(seed, recordingId);
        }

        private void strike(long number) {
            if (number % MESSAGES_OF_A_RECORDING == 0) {
                begin((int) (number / MESSAGES_OF_A_RECORDING % 8));
            }
            byte[] message = hostile.next();
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long nanos = System.nanoTime();
            try {
                read(message);
                taken++;
            } catch (IOException refused) {
                // Damaged, out of order or unknown: said so, as it must be.
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
                if (faults.size() < FAULTS_KEPT) {
                    faults.add("message " + number + ": " + fault);
                }
            }
            mostNanos = Math.max(mostNanos, System.nanoTime() - nanos);
            mostBytes = Math.max(mostBytes, threads.getCurrentThreadAllocatedBytes() - bytes);
        }

        /** A recording of which so many frames have come already. */
        private void begin(int frames) {
            sequence = new FrameSequence(recordingId);
            try {
                for (byte[] frame : hostile.validFrames().subList(0, frames)) {
                    sequence.accept(Frame.decode(frame));
                }
            } catch (FrameException e) {
                throw new IllegalStateException("the valid frames must be valid", e);
            }
        }

        private void read(byte[] message) throws IOException {
            FromAgent read = WireCodec.decodeFromAgent(message);
            if (read instanceof FrameMessage wrapped) {
                Frame frame = wrapped.frame();
                sequence.accept(frame);
                frame.content();
            }
        }
    }
}
