package org.neuroward.agent.device.fieldtrip;

import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.line.Dialog;
import org.neuroward.agent.device.line.ReopenedAmplifier;
import org.neuroward.agent.device.line.TcpLine;

/**
 * The signal in a FieldTrip buffer: {@code fieldtrip:HOST[:PORT]}. With {@code microvolts=X} the number 1 in the buffer is
 * worth X µV, for buffers that do not say so themselves; {@code order=big} speaks with the high byte first.
 */
public final class FieldTripAmplifier {

    private static final int USUAL_PORT = 1972;
    private static final double LEAST_MICROVOLTS = 1e-6;
    private static final double MOST_MICROVOLTS = 1e6;

    private FieldTripAmplifier() {}

    public static Amplifier open(DeviceAddress address, HostClock clock) throws AddressException {
        InetSocketAddress server = address.hostAndPort(USUAL_PORT);
        Supplier<Dialog> dialogs = dialogs(address);
        return new ReopenedAmplifier(name(address), () -> new TcpLine(server), dialogs, clock);
    }

    /** How a buffer is talked to, over whatever line. */
    public static Dialog dialog(DeviceAddress address) throws AddressException {
        return dialogs(address).get();
    }

    private static Supplier<Dialog> dialogs(DeviceAddress address) throws AddressException {
        address.requireOnly("microvolts", "order");
        double microvolts = address.number("microvolts", LEAST_MICROVOLTS, MOST_MICROVOLTS, 0);
        OptionalDouble worth = microvolts > 0 ? OptionalDouble.of(microvolts) : OptionalDouble.empty();
        ByteOrder order = order(address.text("order", "little"));
        return () -> new BufferDialog(name(address), worth, order);
    }

    private static String name(DeviceAddress address) {
        return "FieldTrip buffer at " + address.place();
    }

    private static ByteOrder order(String text) throws AddressException {
        return switch (text) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw new AddressException(AddressException.Code.WRONG_SETTING, "order", text, "little | big");
        };
    }
}
