package org.neuroward.agent.device.openbci;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.AddressException.Code;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

/**
 * How a board is to be set.
 *
 * @param daisy whether 16 channels at 125 Hz are read, each value the mean of two conversions, instead of 8 at 250 Hz
 * @param gain 1, 2, 4, 6, 8, 12 or 24
 * @param stamped whether the board sends its clock with every packet, instead of its accelerometer
 * @param electrodes where each channel is connected, or its number
 */
record BoardSettings(boolean daisy, int gain, boolean stamped, List<String> electrodes) {

    /** Packets a second that the board sends, whatever they carry. */
    static final double PACKETS_PER_SECOND = 250;

    static final int USUAL_GAIN = 24;

    /** What the converter reads at its largest count, at a gain of 1 (ADS1299: 4.5 V at 2^23 - 1). */
    private static final double FULL_SCALE_MICROVOLTS = 4_500_000;

    private static final int LARGEST_COUNT = (1 << 23) - 1;
    private static final List<Integer> GAINS = List.of(1, 2, 4, 6, 8, 12, 24);

    BoardSettings {
        electrodes = List.copyOf(electrodes);
        if (!GAINS.contains(gain) || electrodes.size() != channels(daisy)) {
            throw new IllegalArgumentException("no such board: gain=" + gain + ", electrodes=" + electrodes);
        }
    }

    static int channels(boolean daisy) {
        return daisy ? 2 * CytonPacket.CHANNELS : CytonPacket.CHANNELS;
    }

    static BoardSettings of(DeviceAddress address) throws AddressException {
        address.requireOnly("daisy", "gain", "stamps", "electrodes");
        boolean daisy = address.flag("daisy");
        double gain = address.number("gain", 1, USUAL_GAIN, USUAL_GAIN);
        if (!GAINS.contains((int) gain) || gain != (int) gain) {
            throw new AddressException(
                    Code.WRONG_SETTING, "gain", address.text("gain", ""), "1 | 2 | 4 | 6 | 8 | 12 | 24");
        }
        return new BoardSettings(daisy, (int) gain, address.flag("stamps"), electrodes(address, channels(daisy)));
    }

    private static List<String> electrodes(DeviceAddress address, int channels) throws AddressException {
        String text = address.text("electrodes", "");
        if (text.isEmpty()) {
            return IntStream.rangeClosed(1, channels)
                    .mapToObj(Integer::toString)
                    .toList();
        }
        List<String> names = List.of(text.split(",", -1));
        boolean sound = names.size() == channels
                && names.stream().distinct().count() == channels
                && names.stream().allMatch(name -> name.matches("[A-Za-z0-9]{1,12}"));
        if (!sound) {
            throw new AddressException(Code.WRONG_SETTING, "electrodes", text, "Fp1,Fp2,… (" + channels + ")");
        }
        return names;
    }

    /** Position of the gain in the chip's list, as the board's commands take it. */
    int gainCode() {
        return GAINS.indexOf(gain);
    }

    SamplingRate rate() {
        return new SamplingRate(daisy ? PACKETS_PER_SECOND / 2 : PACKETS_PER_SECOND);
    }

    String name() {
        return daisy ? "OpenBCI Cyton with Daisy" : "OpenBCI Cyton";
    }

    AmplifierDescription description() {
        var channels = new ArrayList<Channel>();
        electrodes.forEach(electrode -> channels.add(channel("EEG " + electrode)));
        return new AmplifierDescription(name(), false, channels);
    }

    private Channel channel(String label) {
        double microvolts = FULL_SCALE_MICROVOLTS / gain;
        return new Channel(
                label,
                ChannelKind.EEG,
                "uV",
                rate(),
                new DigitalRange(-LARGEST_COUNT, LARGEST_COUNT),
                new PhysicalRange(-microvolts, microvolts),
                "",
                "");
    }

    /** The one count below the symmetric range is a converter at its limit, as its neighbour is. */
    static int saturated(int count) {
        return Math.max(-LARGEST_COUNT, count);
    }

    static double microvoltsAtGainOne(int count) {
        return count * (FULL_SCALE_MICROVOLTS / LARGEST_COUNT);
    }
}
