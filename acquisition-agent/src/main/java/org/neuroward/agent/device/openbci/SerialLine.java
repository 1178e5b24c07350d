package org.neuroward.agent.device.openbci;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;

/**
 * A serial port at 115200 baud, 8 data bits, no parity, 1 stop bit. On Linux jSerialComm asks for low latency by itself; on
 * Windows the FTDI driver's latency timer is set in its own properties (1 ms instead of 16).
 */
final class SerialLine implements Line {

    private static final int BAUD = 115_200;

    private final SerialPort port;
    private int timeoutMillis;

    private SerialLine(SerialPort port) {
        this.port = port;
    }

    static Line open(SerialPort port) throws IOException {
        port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        if (!port.openPort(0)) {
            throw new IOException("the serial port " + port.getSystemPortName() + " cannot be opened: error "
                    + port.getLastErrorCode());
        }
        return new SerialLine(port);
    }

    @Override
    public int read(byte[] into, int wantedMillis) throws IOException {
        if (timeoutMillis != wantedMillis) {
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, wantedMillis, 0);
            timeoutMillis = wantedMillis;
        }
        int count = port.readBytes(into, into.length);
        if (count < 0) {
            throw new IOException("the serial port " + port.getSystemPortName() + " is gone");
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw new IOException("the serial port " + port.getSystemPortName() + " takes no more bytes");
        }
    }

    @Override
    public void close() {
        port.closePort();
    }
}
