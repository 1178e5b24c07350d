package org.neuroward.agent.device.simulated;

/** One component of the signal. Belongs to one patient. */
interface Source {

    /** Adds this component's next sample, in microvolts, to every electrode. */
    void addTo(double[] microvolts, boolean eyesClosed);
}
