package org.neuroward.clinic.session;

import java.util.Optional;
import java.util.UUID;

/**
 * One bed as it is offered for a session.
 *
 * @param state in one word: {@code ready}, {@code taken} or {@code away}
 * @param session the session that holds the bed, if it is taken
 * @param amplifier name of what the bed's agent reads, or empty while it is away
 * @param selected whether it is the first that can be taken, which is offered at once
 */
public record BedChoice(
        UUID id,
        String name,
        String state,
        Optional<UUID> session,
        String amplifier,
        boolean simulated,
        boolean selected) {

    public boolean isReady() {
        return state.equals("ready");
    }
}
