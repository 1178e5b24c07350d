package org.neuroward.clinic.fleet;

import java.util.UUID;

/** A bed is about to be retired; whoever still needs it objects. Told within the transaction. */
public final class BedRetiring {

    private final UUID bedId;
    private boolean needed;

    BedRetiring(UUID bedId) {
        this.bedId = bedId;
    }

    public UUID bedId() {
        return bedId;
    }

    /** The bed is in use and must stay. */
    public void object() {
        needed = true;
    }

    boolean needed() {
        return needed;
    }
}
