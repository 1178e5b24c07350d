package org.neuroward.lsl;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

/** A stream and where it is. */
public record FoundStream(StreamDescription description, InetAddress host) {

    public FoundStream {
        Objects.requireNonNull(description);
        Objects.requireNonNull(host);
    }

    public InetSocketAddress data() {
        return new InetSocketAddress(host, description.instance().ports().data(host));
    }

    InetSocketAddress service() {
        return new InetSocketAddress(host, description.instance().ports().service(host));
    }

    boolean canBeReached() {
        return data().getPort() != 0;
    }
}
