package org.neuroward.agent.device.openbci;

import java.util.Objects;

/**
 * A serial port of this computer.
 *
 * @param name as the system calls it, for example {@code ttyUSB0} or {@code COM3}
 * @param serialNumber of the device at the port; empty when it has none
 * @param description what the device says it is; may be empty
 * @param vendorId USB's number of its maker, -1 when it is not on USB
 */
public record SerialPortFound(String name, String serialNumber, String description, int vendorId, int productId) {

    private static final int FTDI = 0x0403;

    /** FT231X, the chip of the dongle. */
    private static final int FT231X = 0x6015;

    public SerialPortFound {
        Objects.requireNonNull(name);
        Objects.requireNonNull(serialNumber);
        Objects.requireNonNull(description);
    }

    /** Whether it can be a dongle of OpenBCI: the chip fits. Other devices have that chip too. */
    public boolean mayBeOpenBci() {
        return vendorId == FTDI && productId == FT231X;
    }
}
