package org.neuroward.wire;

/** How the bedside disk is. */
public enum DiskState {
    OK,
    /** Space runs short; recordings go on. */
    LOW,
    /** There is no room for a new recording. */
    FULL,
    /** The disk takes no writes at all. */
    READ_ONLY,
    /** A write or a sync failed: what is recorded now may exist on the server only. */
    FAILED
}
