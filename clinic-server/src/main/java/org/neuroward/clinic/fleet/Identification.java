package org.neuroward.clinic.fleet;

import java.util.UUID;

/** Who an agent turned out to be. */
public sealed interface Identification {

    record Enrolled(UUID bedId) implements Identification {}

    record UnknownAgent() implements Identification {}

    record WrongSecret() implements Identification {}
}
