package org.neuroward.lsl;

import java.util.Objects;

/**
 * What stays the same when a stream's program is started again.
 *
 * @param sourceId of the device, or empty when its program gives none
 * @param nominalHertz 0 when samples come irregularly
 */
public record StreamKind(
        String name, String type, int channelCount, ChannelFormat format, String sourceId, double nominalHertz) {

    public StreamKind {
        Objects.requireNonNull(type);
        Objects.requireNonNull(format);
        Objects.requireNonNull(sourceId);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a stream has a name");
        }
        if (channelCount < 0 || channelCount > Limits.CHANNELS) {
            throw new IllegalArgumentException("a stream has at most " + Limits.CHANNELS + " channels: name=" + name
                    + ", channels=" + channelCount);
        }
        if (!(nominalHertz >= 0) || Double.isInfinite(nominalHertz)) {
            throw new IllegalArgumentException(
                    "a rate is 0 or a positive number: name=" + name + ", hertz=" + nominalHertz);
        }
    }

    public boolean isRegular() {
        return nominalHertz > 0;
    }

    /**
     * Finds a stream that was lost. liblsl also asks for the count of channels and their format; a stream that came back with
     * others must be noticed too.
     */
    String recoveryQuery() {
        return "name=" + QueryText.literal(name) + " and type=" + QueryText.literal(type) + " and source_id="
                + QueryText.literal(sourceId);
    }
}
