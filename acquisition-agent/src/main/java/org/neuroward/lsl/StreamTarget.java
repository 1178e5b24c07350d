package org.neuroward.lsl;

import java.util.Objects;

/** Which stream an inlet reads. */
public sealed interface StreamTarget {

    /**
     * The only stream that matches.
     *
     * @param query XPath 1.0, for example {@code type='EEG'}
     */
    record Matching(String query) implements StreamTarget {
        public Matching {
            if (query.isBlank()) {
                throw new IllegalArgumentException("a query says something");
            }
        }

        public static Matching named(String name) {
            return new Matching("name=" + QueryText.literal(name));
        }
    }

    /** The one that a host serves at a port, where nothing can or should be looked for. */
    record At(String host, int port) implements StreamTarget {
        public At {
            Objects.requireNonNull(host);
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("a port is 1 to 65535: " + port);
            }
        }
    }

    /** One that was found before. */
    record Known(FoundStream stream) implements StreamTarget {
        public Known {
            Objects.requireNonNull(stream);
        }
    }
}
