package org.neuroward.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Feeds one reader with damaged inputs. Input number {@code n} of a seed is always the same, whatever was read before. */
final class Fuzz {

    /** What came of one input. */
    sealed interface Outcome {
        record Read() implements Outcome {}

        record Refused(String exception) implements Outcome {}

        record Fault(Throwable cause) implements Outcome {}
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final FuzzedReader reader;
    private final Mutator mutator;
    private final long seed;
    private final Path folder;
    private long largestAllocation;

    Fuzz(FuzzedReader reader, long seed, Path folder) throws IOException {
        List<FuzzInput> originals = reader.originals();
        this.reader = reader;
        this.mutator = new Mutator(reader, originals);
        this.seed = seed;
        this.folder = folder;
        for (FuzzInput original : originals) {
            original.writeTo(folder);
            reader.read(original, folder);
        }
    }

    FuzzedReader reader() {
        return reader;
    }

    /** Most bytes that one input made the reader allocate. */
    long largestAllocation() {
        return largestAllocation;
    }

    FuzzInput input(long number) {
        return mutator.input(new Random(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L));
    }

    Outcome run(long number) {
        FuzzInput input = input(number);
        try {
            input.writeTo(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the folder for inputs must be writable: " + folder, e);
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Optional<Outcome> refusal = read(input);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        largestAllocation = Math.max(largestAllocation, allocated);
        if (allocated > reader.allowedBytes(input)) {
            return new Outcome.Fault(new IllegalStateException("too much memory: allocated=" + allocated + ", allowed="
                    + reader.allowedBytes(input) + ", input=" + input.size() + " bytes"));
        }
        return refusal.orElseGet(Outcome.Read::new);
    }

    /** Whatever comes out of a reader is looked at here: an error of the virtual machine is a finding too. */
    private Optional<Outcome> read(FuzzInput input) {
        try {
            reader.read(input, folder);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    reader.refuses(e) ? new Outcome.Refused(e.getClass().getSimpleName()) : new Outcome.Fault(e));
        } catch (RuntimeException | Error e) {
            return Optional.of(new Outcome.Fault(e));
        }
    }
}
