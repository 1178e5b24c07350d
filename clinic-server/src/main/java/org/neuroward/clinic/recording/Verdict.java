package org.neuroward.clinic.recording;

import java.util.Objects;
import org.neuroward.wire.RefusalCode;

/** What becomes of a frame that an agent sent. */
public sealed interface Verdict {

    /** Taken; it will be reported when it is durable. */
    record Accepted() implements Verdict {}

    /** The same frame was taken before: nothing is to be done. */
    record Known() implements Verdict {}

    /** Not this recording's next frame; the sentence is for the log, and holds no patient data. */
    record Refused(RefusalCode code, String sentence) implements Verdict {
        public Refused {
            Objects.requireNonNull(code);
            Objects.requireNonNull(sentence);
        }
    }
}
