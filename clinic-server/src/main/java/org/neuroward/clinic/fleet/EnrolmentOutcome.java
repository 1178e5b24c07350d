package org.neuroward.clinic.fleet;

import java.util.UUID;

/** What became of a wish about a bed. */
sealed interface EnrolmentOutcome {

    record Done(UUID bedId, String bedName) implements EnrolmentOutcome {}

    /** @param secret the only time that it is told */
    record AgentEnrolled(UUID bedId, String bedName, String agentId, String secret) implements EnrolmentOutcome {

        /** Without the secret, so that no log can leak it. */
        @Override
        public String toString() {
            return "AgentEnrolled[bedId=" + bedId + ", agentId=" + agentId + "]";
        }
    }

    record Refused(EnrolmentRefusal why) implements EnrolmentOutcome {}
}
