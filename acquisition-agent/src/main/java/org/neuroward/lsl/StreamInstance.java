package org.neuroward.lsl;

import java.util.Objects;

/**
 * One run of a stream's program.
 *
 * @param uid new for every run
 * @param createdAtSeconds on the program's own clock; liblsl takes 0 for "not known yet"
 * @param version of the protocol: 110 is 1.10
 */
public record StreamInstance(
        String uid, double createdAtSeconds, String sessionId, String hostname, StreamPorts ports, int version) {

    public StreamInstance {
        Objects.requireNonNull(sessionId);
        Objects.requireNonNull(hostname);
        Objects.requireNonNull(ports);
        if (uid.isEmpty() || uid.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a stream has a uid without white space: \"" + uid + "\"");
        }
        if (version <= 0) {
            throw new IllegalArgumentException("a protocol's version is positive: " + version);
        }
    }

    /** liblsl compares lines that it has made lower case. */
    boolean hasUid(String other) {
        return uid.equalsIgnoreCase(other);
    }
}
