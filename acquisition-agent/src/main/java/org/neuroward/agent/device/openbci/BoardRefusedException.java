package org.neuroward.agent.device.openbci;

/** The board answers, but cannot be set as this run needs it; trying again will not help. */
final class BoardRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    BoardRefusedException(String reason) {
        super(reason);
    }
}
