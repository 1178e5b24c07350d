package org.neuroward.agent.device.openbci;

import com.fazecast.jSerialComm.SerialPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The serial ports of this computer. */
public final class SerialPorts {

    private static final String NO_SERIAL_NUMBER = "Unknown";

    private SerialPorts() {}

    /** All ports, those first that may be a dongle. */
    public static List<SerialPortFound> list() {
        var found = new ArrayList<SerialPortFound>();
        for (SerialPort port : SerialPort.getCommPorts()) {
            found.add(describe(port));
        }
        found.sort(java.util.Comparator.comparing(SerialPortFound::mayBeOpenBci)
                .reversed()
                .thenComparing(SerialPortFound::name));
        return List.copyOf(found);
    }

    static SerialPortFound describe(SerialPort port) {
        String serial = Optional.ofNullable(port.getSerialNumber())
                .filter(known -> !known.equals(NO_SERIAL_NUMBER))
                .orElse("");
        String description = Optional.ofNullable(port.getDescriptivePortName()).orElse("");
        return new SerialPortFound(
                port.getSystemPortName(), serial, description, port.getVendorID(), port.getProductID());
    }
}
