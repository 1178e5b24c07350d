package org.neuroward.clinic.filing;

/** What does not fit between a recording and an order. */
public enum Difference {
    /** The recording bears no number at all. */
    CLAIM_MISSING,
    /** The recording bears another order's number. */
    ORDER_DIFFERS,
    /** The recording bears another patient's number, or the patient's number has changed since. */
    PATIENT_DIFFERS,
    /** The order belongs to another patient than when the session was prepared. */
    ORDER_MOVED,
    /** The order was withdrawn. */
    ORDER_WITHDRAWN,
    /** No one had confirmed the patient's identity. */
    CONFIRMATION_MISSING,
    /** The identity was confirmed longer ago than a shift lasts. */
    CONFIRMATION_OLD,
    /** It was recorded at another bed than the session's. */
    OTHER_BED,
    /** The session was cancelled or closed before the recording came. */
    SESSION_OVER
}
