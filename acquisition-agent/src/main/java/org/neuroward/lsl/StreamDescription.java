package org.neuroward.lsl;

import java.util.List;
import java.util.Objects;

/**
 * What a stream says of itself.
 *
 * @param desc what its maker adds: channels, device, reference
 */
public record StreamDescription(StreamKind kind, StreamInstance instance, Element desc) {

    public StreamDescription {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(instance);
        Objects.requireNonNull(desc);
    }

    /** One entry for each channel; without a label where the maker gives none. */
    public List<DescribedChannel> channels() {
        return DescribedChannel.listOf(kind.channelCount(), desc);
    }

    /** Also says that the outlet does not end with a sample that it never measured. */
    boolean isOfNeuroward() {
        return desc.find("acquisition")
                .map(acquisition -> acquisition.text("software").equals(OutletSettings.SOFTWARE))
                .orElse(false);
    }
}
