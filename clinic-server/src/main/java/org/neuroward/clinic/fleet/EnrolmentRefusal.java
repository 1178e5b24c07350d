package org.neuroward.clinic.fleet;

/** Why a bed or an agent was not changed as asked. */
sealed interface EnrolmentRefusal {

    /** Stable word for programs. */
    String code();

    record NameUnusable() implements EnrolmentRefusal {
        @Override
        public String code() {
            return "bed-name-unusable";
        }
    }

    /** @param retired the bed of that name is out of use, and can be brought back */
    record NameTaken(String name, boolean retired) implements EnrolmentRefusal {
        @Override
        public String code() {
            return "bed-name-taken";
        }
    }

    record BedUnknown() implements EnrolmentRefusal {
        @Override
        public String code() {
            return "bed-unknown";
        }
    }

    record BedRetired(String name) implements EnrolmentRefusal {
        @Override
        public String code() {
            return "bed-retired";
        }
    }

    /** A session holds the bed. */
    record BedInUse(String name) implements EnrolmentRefusal {
        @Override
        public String code() {
            return "bed-in-use";
        }
    }

    /** The bed's agent still has samples that the server has not. */
    record Undelivered(String name) implements EnrolmentRefusal {
        @Override
        public String code() {
            return "recordings-undelivered";
        }
    }

    record AgentIdUnusable() implements EnrolmentRefusal {
        @Override
        public String code() {
            return "agent-id-unusable";
        }
    }

    /** An agent of that id serves another bed. */
    record AgentIdTaken(String agentId, String bed) implements EnrolmentRefusal {
        @Override
        public String code() {
            return "agent-id-taken";
        }
    }
}
