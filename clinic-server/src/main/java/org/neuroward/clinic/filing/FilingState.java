package org.neuroward.clinic.filing;

/** How far the question whose recording it is has come. */
public enum FilingState {
    /** Of no session yet. */
    UNFILED,
    /** Of a session, but something does not fit. */
    HELD,
    /** A person has confirmed whose it is. */
    FILED
}
