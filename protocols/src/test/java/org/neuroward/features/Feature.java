package org.neuroward.features;

/**
 * One public computation of the library.
 *
 * @param name unique; a row of {@code degenerate-signals.csv} has it too
 * @param type the class that offers it
 */
record Feature(String name, Class<?> type, Computation computation) {

    /** The computation on a signal. What it gives may be numbers, arrays, lists, optionals and records of them. */
    interface Computation {
        Object of(TestSignal signal);
    }

    @Override
    public String toString() {
        return name;
    }
}
