package org.neuroward.clinic.fleet;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.neuroward.signal.Channel;
import org.neuroward.wire.StreamLayout;

/**
 * What an agent says of the amplifier that it reads.
 *
 * @param simulated its samples come from no living person
 * @param channels none while the amplifier is not there
 */
public record AmplifierFacts(String name, boolean simulated, List<Channel> channels) {

    public AmplifierFacts {
        Objects.requireNonNull(name);
        channels = List.copyOf(channels);
    }

    /** The stated sampling rate of stream 0, on which the device's clock is measured. */
    public OptionalDouble nominalHertz() {
        return StreamLayout.of(channels).streams().stream()
                .mapToDouble(stream -> stream.rate().hertz())
                .findFirst();
    }
}
