package org.neuroward.agent.device.simulated;

import java.util.List;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;

/** The electrodes of the simulated patient, and how much of a source at some place each of them sees. */
final class Scalp {

    private final List<Electrode> electrodes = Electrodes.SCREEN_19.stream()
            .map(name -> Electrodes.find(name).orElseThrow())
            .toList();

    List<Electrode> electrodes() {
        return electrodes;
    }

    int size() {
        return electrodes.size();
    }

    int indexOf(String name) {
        return Electrodes.SCREEN_19.indexOf(name);
    }

    /**
     * Share of a source under the electrode {@code name} that each electrode sees: 1 there, falling with the angle as a
     * Gaussian of the given width.
     */
    double[] seen(String name, double widthRadians) {
        Electrode source = Electrodes.find(name).orElseThrow();
        return electrodes.stream()
                .mapToDouble(electrode -> {
                    double angle = angle(source, electrode) / widthRadians;
                    return StrictMath.exp(-angle * angle / 2);
                })
                .toArray();
    }

    private static double angle(Electrode a, Electrode b) {
        double cosine = a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
        return StrictMath.acos(Math.max(-1, Math.min(1, cosine)));
    }
}
