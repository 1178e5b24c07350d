package org.neuroward.edf;

import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

/** Signals of a header as channels. */
final class EdfChannels {

    private EdfChannels() {}

    /** Without usable ranges a channel has counts alone: no unit, and values equal to its counts. */
    static Channel channel(EdfSignal signal, EdfHeader header) {
        EdfFormat format = header.format();
        DigitalRange digital = signal.calibrated()
                ? new DigitalRange(signal.digitalMin(), signal.digitalMax())
                : new DigitalRange(format.smallestCount(), format.largestCount());
        PhysicalRange physical = signal.calibrated()
                ? new PhysicalRange(signal.physicalMin(), signal.physicalMax())
                : new PhysicalRange(format.smallestCount(), format.largestCount());
        return new Channel(
                signal.label(),
                ChannelKind.ofLabel(signal.label()),
                signal.calibrated() ? signal.unit() : "",
                new SamplingRate(signal.samplesPerRecord() / header.recordSeconds()),
                digital,
                physical,
                signal.transducer(),
                signal.prefilter());
    }
}
