package org.neuroward.clinic.access;

/** What a person is here to do; it alone decides what the access table lets them do. */
public enum Role {
    /** Fits the cap, runs sessions. */
    TECHNICIAN,
    /** Runs courses of sessions. */
    THERAPIST,
    /** Reads, corrects and signs reports. */
    REVIEWER,
    /** Watches over reports, people and beds; reads no clinical content. */
    ADMINISTRATOR,
    /** Reads the audit trail and nothing else. */
    AUDITOR
}
