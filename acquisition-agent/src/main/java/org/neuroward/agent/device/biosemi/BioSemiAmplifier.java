package org.neuroward.agent.device.biosemi;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.AddressException.Code;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.line.Dialog;
import org.neuroward.agent.device.line.ReopenedAmplifier;
import org.neuroward.agent.device.line.TcpLine;
import org.neuroward.signal.SamplingRate;

/**
 * The signal that ActiView measures: {@code biosemi:HOST[:PORT]?channels=N&rate=HERTZ}. ActiView says nothing of what it
 * sends, so its settings are given: the number of electrodes, without the Status channel, and the sampling rate. Further,
 * {@code labels=Fp1,AF7,…} names the electrodes, {@code status=no} when the Status channel is not sent, and
 * {@code nanovolts=125} is for the amplifiers made for ECG.
 */
public final class BioSemiAmplifier {

    private static final int USUAL_PORT = 8888;
    private static final int MOST_CHANNELS = 280;
    private static final double FASTEST_HERTZ = 16_384;

    /** 1/32 µV (BioSemi in its forum, 2007); amplifiers for ECG have 1/8 µV. */
    private static final double USUAL_NANOVOLTS = 31.25;

    private static final double MOST_NANOVOLTS = 125;

    private BioSemiAmplifier() {}

    public static Amplifier open(DeviceAddress address, HostClock clock) throws AddressException {
        InetSocketAddress server = address.hostAndPort(USUAL_PORT);
        Supplier<Dialog> dialogs = dialogs(address);
        return new ReopenedAmplifier(name(address), () -> new TcpLine(server), dialogs, clock);
    }

    /** How ActiView is listened to, over whatever line. */
    public static Dialog dialog(DeviceAddress address) throws AddressException {
        return dialogs(address).get();
    }

    private static Supplier<Dialog> dialogs(DeviceAddress address) throws AddressException {
        address.requireOnly("channels", "rate", "labels", "status", "nanovolts");
        int channels = whole("channels", address.requireNumber("channels", 1, MOST_CHANNELS));
        var rate = new SamplingRate(address.requireNumber("rate", 1, FASTEST_HERTZ));
        double nanovolts = address.number("nanovolts", 1, MOST_NANOVOLTS, USUAL_NANOVOLTS);
        boolean status = !address.text("status", "yes").equals("no");
        var layout = new ActiViewLayout(labels(address, channels), rate, nanovolts / 1000, status);
        return () -> new ActiViewDialog(name(address), layout);
    }

    private static String name(DeviceAddress address) {
        return "BioSemi ActiView at " + address.place();
    }

    private static int whole(String key, double value) throws AddressException {
        if (value != Math.rint(value)) {
            throw new AddressException(Code.WRONG_SETTING, key, value, "1, 2, 3 …");
        }
        return (int) value;
    }

    private static List<String> labels(DeviceAddress address, int channels) throws AddressException {
        String given = address.text("labels", "");
        if (given.isEmpty()) {
            return ActiViewLayout.usualLabels(channels);
        }
        List<String> labels = List.of(given.split(",", -1));
        boolean fit = labels.stream().allMatch(label -> label.matches("[!-~]{1,16}"));
        if (!fit || labels.size() != channels || labels.stream().distinct().count() != channels) {
            throw new AddressException(Code.WRONG_SETTING, "labels", given, channels + " × A-Z a-z 0-9");
        }
        return labels;
    }
}
