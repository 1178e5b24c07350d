package org.neuroward.lsl;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Offers one stream. Pushing never waits: a client that stalls longer than the buffer holds loses the oldest samples, and they
 * are counted. Safe for use by several threads; samples are pushed by one.
 */
public final class Outlet implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Outlet.class.getName());
    private static final int MOST_CLIENTS = 64;
    private static final int FAREWELL_MILLIS = 1000;

    private final OutletFacts facts;
    private final SampleRing ring;
    private final ServerSocket data;
    private final Responder responder;
    private final InetAddress address;
    private final Set<OutletClient> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong deliveredToThoseWhoLeft = new AtomicLong();
    private final AtomicLong lostByThoseWhoLeft = new AtomicLong();
    private volatile boolean closed;

    private Outlet(OutletFacts facts, OutletSettings settings, ServerSocket data, Responder responder) {
        this.facts = facts;
        this.address = settings.address();
        this.data = data;
        this.responder = responder;
        this.ring = new SampleRing(facts.description().kind(), settings.bufferSeconds());
    }

    /** @param desc what is said of the channels and the device; that this is ours is added */
    public static Outlet open(StreamKind kind, Element desc, OutletSettings settings) throws IOException {
        return open(kind, desc, settings, System::nanoTime);
    }

    static Outlet open(StreamKind kind, Element desc, OutletSettings settings, LongSupplier clock) throws IOException {
        ServerSocket data = bindData(settings);
        DatagramChannel service = null;
        try {
            service = bindService(settings);
            var ports = StreamPorts.of(
                    settings.address(), data.getLocalPort(), service.socket().getLocalPort());
            var instance = new StreamInstance(
                    UUID.randomUUID().toString(),
                    Math.max(1e-9, TimeWave.seconds(clock.getAsLong())),
                    settings.network().sessionId(),
                    hostname(),
                    ports,
                    FeedRequest.CURRENT);
            var facts = new OutletFacts(new StreamDescription(kind, instance, withSoftware(desc)), System::nanoTime);
            var responder = new Responder(
                    facts, service, Multicast.open(settings.network(), settings.address()), settings.address(), clock);
            var outlet = new Outlet(facts, settings, data, responder);
            responder.start(kind.name());
            Thread.ofPlatform().name("lsl outlet " + kind.name()).daemon().start(outlet::accept);
            return outlet;
        } catch (IOException | RuntimeException e) {
            data.close();
            if (service != null) {
                service.close();
            }
            throw e;
        }
    }

    private static Element withSoftware(Element desc) {
        var children = new ArrayList<Element>();
        desc.children().stream()
                .filter(child -> !child.name().equals("acquisition"))
                .forEach(children::add);
        var acquisition = new ArrayList<Element>(
                desc.find("acquisition").map(Element::children).orElse(List.of()));
        acquisition.add(Element.of("software", OutletSettings.SOFTWARE));
        children.add(Element.of("acquisition", acquisition));
        return Element.of("desc", children);
    }

    private static ServerSocket bindData(OutletSettings settings) throws IOException {
        return FreePort.bind(settings.network().ports(), port -> {
            var socket = new ServerSocket();
            try {
                socket.bind(new InetSocketAddress(settings.address(), port));
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        });
    }

    private static DatagramChannel bindService(OutletSettings settings) throws IOException {
        var family = settings.address() instanceof java.net.Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET;
        return FreePort.bind(settings.network().ports(), port -> {
            DatagramChannel channel = DatagramChannel.open(family);
            try {
                return channel.bind(new InetSocketAddress(settings.address(), port));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        });
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    public StreamDescription description() {
        return facts.description();
    }

    /** As others find it. */
    public FoundStream place() {
        return new FoundStream(
                facts.description(), address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address);
    }

    /** Offers samples to all who are connected; the batch may be used again at once. */
    public void push(SampleBatch batch) {
        StreamKind kind = facts.description().kind();
        if (batch.format() != kind.format() || batch.channels() != kind.channelCount()) {
            throw new IllegalArgumentException("samples must be those of the stream: name=" + kind.name());
        }
        ring.push(batch);
    }

    /** Our clock, as a stamp for samples. */
    public static double now() {
        return TimeWave.seconds(System.nanoTime());
    }

    public boolean hasClients() {
        return clients.stream().anyMatch(OutletClient::isFeeding);
    }

    public OutletStatistics statistics() {
        List<OutletStatistics.Client> feeding = clients.stream()
                .filter(OutletClient::isFeeding)
                .map(OutletClient::statistics)
                .toList();
        return new OutletStatistics(
                ring.head(),
                deliveredToThoseWhoLeft.get()
                        + feeding.stream()
                                .mapToLong(OutletStatistics.Client::delivered)
                                .sum(),
                lostByThoseWhoLeft.get()
                        + feeding.stream()
                                .mapToLong(OutletStatistics.Client::lost)
                                .sum(),
                facts.refusedQueries(),
                feeding);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = data.accept();
                if (clients.size() >= MOST_CLIENTS) {
                    socket.close();
                    continue;
                }
                var client = new OutletClient(socket, facts, ring);
                clients.add(client);
                Thread.ofPlatform().name("lsl client").daemon().start(() -> serve(client));
            } catch (IOException e) {
                if (!closed) {
                    LOG.log(Level.WARNING, "an outlet could not take a client: {0}", e.getMessage());
                }
            }
        }
    }

    private void serve(OutletClient client) {
        client.serve();
        deliveredToThoseWhoLeft.addAndGet(client.delivered());
        lostByThoseWhoLeft.addAndGet(client.lost());
        clients.remove(client);
    }

    /** Is no longer found, sends what waits (for at most a second), and says goodbye. No sample is made up for that. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        responder.close();
        data.close();
        ring.close();
        long end = System.nanoTime() + FAREWELL_MILLIS * 1_000_000L;
        try {
            while (!clients.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (OutletClient client : clients) {
            client.close();
        }
    }
}
