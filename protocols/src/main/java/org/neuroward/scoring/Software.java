package org.neuroward.scoring;

/** What computed a result. */
public final class Software {

    /** Changes with every release; a score is reproduced by the version that made it. */
    public static final ResultDocument.ProtocolVersion CURRENT =
            new ResultDocument.ProtocolVersion("neuroward", "0.1.0");

    private Software() {}
}
