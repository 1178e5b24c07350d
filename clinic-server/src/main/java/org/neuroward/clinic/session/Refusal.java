package org.neuroward.clinic.session;

import java.util.UUID;
import org.neuroward.wire.CommandRefusal;

/** Why a session did not do what was asked. Nothing was changed. */
public sealed interface Refusal {

    /** Stable word for programs, also the key of the sentence that a person reads. */
    String code();

    record OrderUnknown() implements Refusal {
        @Override
        public String code() {
            return "order-unknown";
        }
    }

    /** The order was carried out or withdrawn. */
    record OrderNotOpen() implements Refusal {
        @Override
        public String code() {
            return "order-not-open";
        }
    }

    /** No one has confirmed lately that the person at the bed is the one ordered for. */
    record IdentityUnconfirmed() implements Refusal {
        @Override
        public String code() {
            return "identity-unconfirmed";
        }
    }

    record BedUnknown() implements Refusal {
        @Override
        public String code() {
            return "bed-unknown";
        }
    }

    record VariantUnknown(String variant) implements Refusal {
        @Override
        public String code() {
            return "variant-unknown";
        }
    }

    /** Another session holds the bed. */
    record BedBusy(String bed, UUID sessionId) implements Refusal {
        @Override
        public String code() {
            return "bed-busy";
        }
    }

    /** The same order is being worked on at another bed. */
    record OrderBusy(String bed, UUID sessionId) implements Refusal {
        @Override
        public String code() {
            return "order-busy";
        }
    }

    record AgentAway(String bed) implements Refusal {
        @Override
        public String code() {
            return "agent-away";
        }
    }

    /** The agent is connected, but gave no answer in time. */
    record AgentSilent(String bed) implements Refusal {
        @Override
        public String code() {
            return "agent-silent";
        }
    }

    /** The agent would not, or could not, do it. */
    record AgentFailed(String bed, CommandRefusal why) implements Refusal {
        @Override
        public String code() {
            return "agent-failed";
        }
    }

    record SessionUnknown() implements Refusal {
        @Override
        public String code() {
            return "session-unknown";
        }
    }

    record AlreadyRecording() implements Refusal {
        @Override
        public String code() {
            return "already-recording";
        }
    }

    record AlreadyOver() implements Refusal {
        @Override
        public String code() {
            return "already-over";
        }
    }

    record NotRecording() implements Refusal {
        @Override
        public String code() {
            return "not-recording";
        }
    }

    record MarkerUnusable(int longestCharacters) implements Refusal {
        @Override
        public String code() {
            return "marker-unusable";
        }
    }

    /** The agent is connected: the recording is to be stopped, not ended by hand. */
    record AgentThere(String bed) implements Refusal {
        @Override
        public String code() {
            return "agent-there";
        }
    }

    record ReasonMissing(int longestCharacters) implements Refusal {
        @Override
        public String code() {
            return "reason-missing";
        }
    }
}
