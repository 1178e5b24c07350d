package org.neuroward.lsl;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;

/**
 * How streams are found. The defaults are those of liblsl 1.17 ({@code api_config.cpp}).
 *
 * @param knownPeers hosts that are asked one by one, for networks that do not carry multicast
 * @param sessionId only streams of this session are found; a filter, no secret
 */
public record NetworkSettings(Ports ports, Groups groups, List<String> knownPeers, String sessionId) {

    public static final String DEFAULT_SESSION = "default";

    /**
     * @param discovery UDP port of questions to everybody
     * @param base the first of the ports that outlets take, by TCP and by UDP; 0 for whatever is free
     */
    public record Ports(int discovery, int base, int count) {
        public static final Ports STANDARD = new Ports(16_571, 16_572, 32);
    }

    /**
     * Addresses to which questions to everybody go.
     *
     * @param hops how many routers a question passes
     */
    public record Groups(List<InetAddress> addresses, int hops) {

        public Groups {
            addresses = List.copyOf(addresses);
        }

        /** This machine only; with several outlets here, only one of them hears. */
        public static Groups machine() {
            return of(0, "127.0.0.1");
        }

        /** liblsl's default: this machine, this link, this site. */
        public static Groups site() {
            return of(
                    24,
                    "127.0.0.1",
                    "255.255.255.255",
                    "224.0.0.1",
                    "224.0.0.183",
                    "239.255.172.215",
                    "ff02:113d:6fdd:2c17:a643:ffe2:1bd1:3cd2",
                    "ff05:113d:6fdd:2c17:a643:ffe2:1bd1:3cd2");
        }

        public static Groups of(int hops, String... literals) {
            return new Groups(List.of(literals).stream().map(Groups::literal).toList(), hops);
        }

        private static InetAddress literal(String address) {
            try {
                return InetAddress.getByName(address);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("an address of digits is needed: " + address, e);
            }
        }
    }

    public NetworkSettings {
        Objects.requireNonNull(ports);
        Objects.requireNonNull(groups);
        Objects.requireNonNull(sessionId);
        knownPeers = List.copyOf(knownPeers);
    }

    public static NetworkSettings standard() {
        return new NetworkSettings(Ports.STANDARD, Groups.site(), List.of(), DEFAULT_SESSION);
    }

    public NetworkSettings withKnownPeers(List<String> peers) {
        return new NetworkSettings(ports, groups, peers, sessionId);
    }
}
