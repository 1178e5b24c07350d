package org.neuroward.agent.device.openbci;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.Optional;

/**
 * Opens one port. Once it was open it is known by the serial number of its device, since a port that is plugged in again can
 * get another name.
 */
final class SerialDoor implements Line.Door {

    private final String place;
    private String serialNumber = "";

    /** @param place a port's name, a device file, or a serial number */
    SerialDoor(String place) {
        this.place = place;
    }

    @Override
    public Line open() throws IOException {
        SerialPort port = findPort().orElseThrow(() -> new IOException("there is no serial port " + place));
        Line line = SerialLine.open(port);
        if (serialNumber.isEmpty()) {
            serialNumber = SerialPorts.describe(port).serialNumber();
        }
        return line;
    }

    private Optional<SerialPort> findPort() {
        String wanted = serialNumber.isEmpty() ? place : serialNumber;
        for (SerialPort port : SerialPort.getCommPorts()) {
            if (wanted.equals(SerialPorts.describe(port).serialNumber())) {
                return Optional.of(port);
            }
        }
        try {
            return serialNumber.isEmpty() ? Optional.of(SerialPort.getCommPort(place)) : Optional.empty();
        } catch (SerialPortInvalidPortException e) {
            return Optional.empty();
        }
    }
}
