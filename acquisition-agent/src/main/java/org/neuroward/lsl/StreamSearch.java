package org.neuroward.lsl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the stream that an inlet is to read, and finds it again. Belongs to one thread. */
final class StreamSearch {

    private static final Duration ASK = Duration.ofMillis(600);

    private final StreamTarget target;
    private final NetworkSettings network;

    StreamSearch(StreamTarget target, NetworkSettings network) {
        this.target = target;
        this.network = network;
    }

    /** The stream, described in full, or nothing when it is not there, or when several are. */
    Optional<FoundStream> findFirst() throws IOException {
        return switch (target) {
            case StreamTarget.At at -> findAt(new InetSocketAddress(at.host(), at.port()));
            case StreamTarget.Known known -> findAt(known.stream().data());
            case StreamTarget.Matching matching ->
                only(new Discovery(network).find(matching.query(), ASK, found -> false));
        };
    }

    private static Optional<FoundStream> findAt(InetSocketAddress place) {
        try {
            return place.isUnresolved() ? Optional.empty() : Optional.of(Discovery.at(place));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<FoundStream> only(List<FoundStream> found) {
        if (found.size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(Discovery.complete(found.getFirst()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The stream that was read last: where it was, else anywhere. Its program may have been started again. */
    Optional<FoundStream> findAgain(FoundStream last) throws IOException {
        Optional<FoundStream> there = findAt(last.data()).filter(found -> isSame(found, last));
        if (there.isPresent()) {
            return there;
        }
        if (target instanceof StreamTarget.At at) {
            Optional<FoundStream> asked =
                    findAt(new InetSocketAddress(at.host(), at.port())).filter(found -> isSame(found, last));
            if (asked.isPresent()) {
                return asked;
            }
        }
        StreamKind kind = last.description().kind();
        List<FoundStream> found = withPeer(last.host())
                .ask(kind.recoveryQuery(), ASK, streams -> streams.stream().anyMatch(one -> isSameRun(one, last)));
        return only(found.stream().filter(one -> isSame(one, last)).toList());
    }

    /** Its host is asked directly too, since multicast may not get there. */
    private Discovery withPeer(InetAddress host) {
        var peers = new ArrayList<>(network.knownPeers());
        peers.add(host.getHostAddress());
        return new Discovery(network.withKnownPeers(peers));
    }

    private static boolean isSameRun(FoundStream one, FoundStream other) {
        return one.description()
                .instance()
                .hasUid(other.description().instance().uid());
    }

    /** A stream without a source's id is only taken for the same when it is the same run, or comes from the same host. */
    private static boolean isSame(FoundStream one, FoundStream other) {
        StreamKind kind = one.description().kind();
        StreamKind known = other.description().kind();
        return isSameRun(one, other)
                || kind.name().equals(known.name())
                        && kind.type().equals(known.type())
                        && kind.sourceId().equals(known.sourceId())
                        && (!kind.sourceId().isEmpty() || one.host().equals(other.host()));
    }
}
