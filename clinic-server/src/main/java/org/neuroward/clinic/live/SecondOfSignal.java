package org.neuroward.clinic.live;

import org.neuroward.artifact.SecondQuality;
import org.neuroward.signal.Calibration;
import org.neuroward.signal.Channel;
import org.neuroward.signal.SamplingRate;

/** The last second of one electrode, unfiltered as its quality is judged. Belongs to one thread. */
final class SecondOfSignal {

    private final SamplingRate rate;
    private final double lowestMicrovolts;
    private final double highestMicrovolts;
    private final double[] ring;
    private long taken;

    SecondOfSignal(Channel channel) {
        rate = channel.rate();
        Calibration calibration = channel.findCalibration().orElseThrow();
        double one = calibration.microvolts(channel.digital().min());
        double other = calibration.microvolts(channel.digital().max());
        lowestMicrovolts = Math.min(one, other);
        highestMicrovolts = Math.max(one, other);
        ring = new double[Math.max(2, (int) Math.round(rate.hertz()))];
    }

    void add(double microvolts) {
        ring[(int) (taken % ring.length)] = microvolts;
        taken++;
    }

    /** Forgets what was before a gap. */
    void clear() {
        taken = 0;
    }

    boolean isFull() {
        return taken >= ring.length;
    }

    SecondQuality judge(double lineHertz) {
        double[] ordered = new double[ring.length];
        int oldest = (int) (taken % ring.length);
        System.arraycopy(ring, oldest, ordered, 0, ring.length - oldest);
        System.arraycopy(ring, 0, ordered, ring.length - oldest, oldest);
        return SecondQuality.assess(ordered, rate, lowestMicrovolts, highestMicrovolts, lineHertz);
    }
}
