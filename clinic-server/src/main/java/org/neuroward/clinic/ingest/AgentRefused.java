package org.neuroward.clinic.ingest;

import org.neuroward.wire.RefusalCode;

/** The connection with an agent cannot go on. The message goes to the agent and to the log: no patient data, no secret. */
final class AgentRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    AgentRefused(RefusalCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    RefusalCode code() {
        return code;
    }
}
