package org.neuroward.agent.device.lsl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.AddressException.Code;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.lsl.NetworkSettings;
import org.neuroward.lsl.StreamTarget;

/**
 * Which streams to read: {@code lsl:HOST:PORT}, {@code lsl:NAME}, {@code lsl:type='EEG'} or another XPath query, or {@code lsl:}
 * for the only stream of type EEG.
 *
 * @param markers the stream whose texts become annotations
 * @param unit taken where the stream names none
 */
record LslAddress(StreamTarget signal, Optional<StreamTarget> markers, String unit, NetworkSettings network) {

    private static final String MARKERS = "markers";
    private static final String UNIT = "unit";
    private static final String KNOWN_PEERS = "known-peers";
    private static final String SESSION = "session";

    static LslAddress of(DeviceAddress address) throws AddressException {
        address.requireOnly(MARKERS, UNIT, KNOWN_PEERS, SESSION);
        String unit = address.text(UNIT, "");
        if (address.settings().containsKey(UNIT)
                && !List.of("V", "mV", "uV", "nV").contains(unit)) {
            throw new AddressException(Code.WRONG_SETTING, UNIT, unit, "V | mV | uV | nV");
        }
        Optional<StreamTarget> markers = Optional.ofNullable(address.settings().get(MARKERS))
                .map(name -> new StreamTarget.Matching(
                        StreamTarget.Matching.named(name).query() + " and channel_format='string'"));
        List<String> peers = Arrays.stream(address.text(KNOWN_PEERS, "").split(","))
                .map(String::strip)
                .filter(peer -> !peer.isEmpty())
                .toList();
        NetworkSettings standard = NetworkSettings.standard();
        var network = new NetworkSettings(
                standard.ports(), standard.groups(), peers, address.text(SESSION, NetworkSettings.DEFAULT_SESSION));
        return new LslAddress(signal(address), markers, unit, network);
    }

    private static StreamTarget signal(DeviceAddress address) throws AddressException {
        String place = address.place().strip();
        if (place.isEmpty()) {
            return new StreamTarget.Matching("type='EEG'");
        }
        if (place.matches("[^'\"=<>()\\s]+:\\d{1,5}")) {
            var at = address.hostAndPort(0);
            return new StreamTarget.At(at.getHostString(), at.getPort());
        }
        boolean isQuery = place.matches(".*[=<>(].*");
        return isQuery ? new StreamTarget.Matching(place) : StreamTarget.Matching.named(place);
    }
}
