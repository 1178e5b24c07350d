package org.neuroward.agent.device;

import java.util.List;
import java.util.Objects;
import org.neuroward.signal.Channel;

/**
 * What an amplifier delivers.
 *
 * @param name shown to the technician and stored with the recording; holds no patient data
 * @param simulated the samples come from no living person
 */
public record AmplifierDescription(String name, boolean simulated, List<Channel> channels) {

    public AmplifierDescription {
        Objects.requireNonNull(name);
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("an amplifier has at least one channel: name=" + name);
        }
    }
}
