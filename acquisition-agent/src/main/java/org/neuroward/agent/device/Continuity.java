package org.neuroward.agent.device;

/** What the samples of an amplifier do while nobody reads them. */
public enum Continuity {
    /** They wait, as those of a file: a run that resumes loses nothing. */
    REREADABLE,
    /** They pass with time, and can be made again for any time: a run that resumes is that much later. */
    SIMULATED,
    /** They pass, and nobody can bring them back. */
    LIVE
}
