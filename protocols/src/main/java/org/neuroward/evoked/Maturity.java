package org.neuroward.evoked;

/** Whose windows a component is looked for in. */
public enum Maturity {
    CHILD,
    ADULT
}
