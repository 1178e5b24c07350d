package org.neuroward.clinic.fleet;

import java.util.List;
import java.util.Objects;
import org.neuroward.signal.Channel;

/**
 * What an agent says of the amplifier that it reads.
 *
 * @param simulated its samples come from no living person
 */
public record AmplifierFacts(String name, boolean simulated, List<Channel> channels) {

    public AmplifierFacts {
        Objects.requireNonNull(name);
        channels = List.copyOf(channels);
    }
}
