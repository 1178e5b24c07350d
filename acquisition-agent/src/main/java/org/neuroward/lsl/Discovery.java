package org.neuroward.lsl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * Asks the network for streams: everybody by multicast from every interface, and the known peers one by one. Safe for use by
 * several threads.
 */
public final class Discovery {

    private static final Duration WAVE_INTERVAL = Duration.ofMillis(500);

    private final NetworkSettings settings;

    public Discovery(NetworkSettings settings) {
        this.settings = settings;
    }

    /** All streams of the session that answer within {@code longest}. */
    public List<FoundStream> findAll(Duration longest) throws IOException {
        return find("", longest, found -> false);
    }

    /**
     * @param query XPath 1.0 on the description, for example {@code name='X' and type='EEG'}; empty for all
     * @param enough when to stop before {@code longest}
     */
    public List<FoundStream> find(String query, Duration longest, Predicate<List<FoundStream>> enough)
            throws IOException {
        String session = "session_id=" + QueryText.literal(settings.sessionId());
        return ask(query.isBlank() ? session : session + " and (" + query + ")", longest, enough);
    }

    /** As {@link #find}, whatever the session. */
    List<FoundStream> ask(String query, Duration longest, Predicate<List<FoundStream>> enough) throws IOException {
        Map<String, FoundStream> found = new LinkedHashMap<>();
        String id = Integer.toUnsignedString(ThreadLocalRandom.current().nextInt());
        long end = System.nanoTime() + longest.toNanos();
        try (var sockets = AskingSockets.open(settings)) {
            long nextWave = System.nanoTime();
            while (System.nanoTime() < end && !enough.test(List.copyOf(found.values()))) {
                if (System.nanoTime() >= nextWave) {
                    sockets.ask(query, id);
                    nextWave += WAVE_INTERVAL.toNanos();
                }
                long until = Math.min(end, nextWave);
                sockets.receive(until, (host, answer) -> take(host, answer, id, found));
            }
        }
        return List.copyOf(found.values());
    }

    /** A stream is found several times, by each address of its host; the first one counts. */
    private static void take(InetAddress host, ByteBuffer answer, String id, Map<String, FoundStream> found) {
        String text = StandardCharsets.UTF_8.decode(answer).toString();
        int end = text.indexOf('\n');
        if (end < 0 || !text.substring(0, end).strip().equals(id)) {
            return;
        }
        try {
            var stream = new FoundStream(DescriptionReader.read(text.substring(end + 1)), host);
            if (stream.canBeReached() && found.size() < Limits.STREAMS_FOUND) {
                found.putIfAbsent(stream.description().instance().uid(), stream);
            }
        } catch (LslException e) {
            // Whoever answers nonsense is no stream.
            System.getLogger(Discovery.class.getName())
                    .log(System.Logger.Level.DEBUG, "an answer of {0} is no description: {1}", host, e.getMessage());
        }
    }

    /** The stream that a port serves, without any asking around. */
    public static FoundStream at(InetSocketAddress data) throws IOException {
        return new FoundStream(InfoRequest.full(data, Limits.CHANNELS), data.getAddress());
    }

    /** The same stream with all that its maker says. */
    static FoundStream complete(FoundStream stream) throws IOException {
        StreamDescription full =
                InfoRequest.full(stream.data(), stream.description().kind().channelCount());
        if (!full.instance().hasUid(stream.description().instance().uid())) {
            throw new StreamGoneException(
                    "another stream answers: " + full.instance().uid());
        }
        return new FoundStream(full, stream.host());
    }
}
