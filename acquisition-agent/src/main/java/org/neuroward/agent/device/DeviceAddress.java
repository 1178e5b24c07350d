package org.neuroward.agent.device;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.neuroward.agent.device.AddressException.Code;

/**
 * Where an amplifier is and how it is set, in one line: {@code family:place?key=value&key=value}, for example
 * {@code biosemi:lab-pc:8888?channels=64&rate=512}. A character that would end a part is written as in web addresses:
 * {@code %3F} for a question mark, {@code %26} for an ampersand, {@code %25} for the percent sign itself.
 *
 * @param family the kind of device
 * @param place where it is: a host, a file, a serial port; empty when the family needs none
 * @param settings a setting without a value has an empty one
 */
public record DeviceAddress(String family, String place, Map<String, String> settings) {

    private static final int LARGEST_PORT = 65535;

    public DeviceAddress {
        Objects.requireNonNull(family);
        Objects.requireNonNull(place);
        settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    public static DeviceAddress parse(String address) throws AddressException {
        int question = address.indexOf('?');
        String where = question < 0 ? address : address.substring(0, question);
        int colon = where.indexOf(':');
        String family = colon < 0 ? where : where.substring(0, colon);
        if (!family.matches("[a-z][a-z0-9-]*")) {
            throw new AddressException(Code.SYNTAX, address);
        }
        var settings = new LinkedHashMap<String, String>();
        if (question >= 0) {
            for (String pair : address.substring(question + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), address);
                if (!key.matches("[a-z][a-z0-9-]*") || settings.put(key, value) != null) {
                    throw new AddressException(Code.SYNTAX, address);
                }
            }
        }
        return new DeviceAddress(family, colon < 0 ? "" : decoded(where.substring(colon + 1), address), settings);
    }

    private static String decoded(String text, String address) throws AddressException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                out.put(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new AddressException(Code.SYNTAX, address);
            }
            out.put((byte) (high << 4 | low));
            i += 2;
        }
        return new String(out.array(), 0, out.position(), StandardCharsets.UTF_8);
    }

    /** Refuses settings other than these. */
    public void requireOnly(String... known) throws AddressException {
        var names = new TreeSet<>(Set.of(known));
        for (String key : settings.keySet()) {
            if (!names.contains(key)) {
                throw new AddressException(Code.UNKNOWN_SETTING, family, key, String.join(", ", names));
            }
        }
    }

    /** The place as {@code HOST}, {@code HOST:PORT} or {@code [IPv6]:PORT}; the host is not looked up. */
    public InetSocketAddress hostAndPort(int usualPort) throws AddressException {
        int colon = place.lastIndexOf(':');
        boolean bare = colon < 0 || place.endsWith("]");
        String host = bare ? place : place.substring(0, colon);
        String port = bare ? Integer.toString(usualPort) : place.substring(colon + 1);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (bracketed) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isBlank() || !bracketed && host.contains(":") || !port.matches("\\d{1,5}") || !isPort(port)) {
            throw new AddressException(Code.PLACE, family, place, "HOST[:PORT]");
        }
        return InetSocketAddress.createUnresolved(host, Integer.parseInt(port));
    }

    private static boolean isPort(String digits) {
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= LARGEST_PORT;
    }

    /** True when the setting is there without a value, or with {@code yes}. */
    public boolean flag(String key) throws AddressException {
        String value = settings.get(key);
        if (value == null || value.equals("no")) {
            return false;
        }
        if (!value.isEmpty() && !value.equals("yes")) {
            throw new AddressException(Code.WRONG_SETTING, key, value, "yes | no");
        }
        return true;
    }

    public String text(String key, String otherwise) {
        return settings.getOrDefault(key, otherwise);
    }

    /** A number of that range; {@code otherwise} when it is not set. */
    public double number(String key, double min, double max, double otherwise) throws AddressException {
        String text = settings.get(key);
        if (text == null) {
            return otherwise;
        }
        double value = text.matches("-?\\d{1,12}(\\.\\d{1,12})?") ? Double.parseDouble(text) : Double.NaN;
        if (!(value >= min && value <= max)) {
            throw new AddressException(Code.WRONG_SETTING, key, text, plain(min) + " – " + plain(max));
        }
        return value;
    }

    /** A number of that range. */
    public double requireNumber(String key, double min, double max) throws AddressException {
        if (!settings.containsKey(key)) {
            throw new AddressException(Code.MISSING_SETTING, family, key, plain(min) + " – " + plain(max));
        }
        return number(key, min, max, min);
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(value).stripTrailingZeros().toPlainString();
    }
}
