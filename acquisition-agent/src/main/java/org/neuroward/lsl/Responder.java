package org.neuroward.lsl;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongSupplier;

/**
 * Answers questions by UDP. The time is told at once by a thread that does nothing else; questions for streams wait in a
 * bounded queue, and answers to them are limited too.
 */
final class Responder implements Closeable {

    private static final System.Logger LOG = System.getLogger(Responder.class.getName());
    private static final int MOST_WAITING = 64;
    private static final int ANSWERS_A_SECOND = 200;
    private static final int REJOIN_MILLIS = 10_000;

    private record Asked(Question question, InetAddress by) {}

    private final OutletFacts outlet;
    private final DatagramChannel service;
    private final Multicast everybody;
    private final LongSupplier clock;
    private final boolean thisMachineOnly;
    private final BlockingQueue<Asked> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean closed;

    Responder(
            OutletFacts outlet, DatagramChannel service, Multicast everybody, InetAddress address, LongSupplier clock) {
        this.outlet = outlet;
        this.service = service;
        this.everybody = everybody;
        this.clock = clock;
        this.thisMachineOnly = address.isLoopbackAddress();
    }

    void start(String name) {
        Thread.ofPlatform().name("lsl service " + name).daemon().start(this::serveTime);
        Thread.ofPlatform().name("lsl questions " + name).daemon().start(this::hearEverybody);
        Thread.ofPlatform().name("lsl answers " + name).daemon().start(this::answer);
    }

    private void serveTime() {
        ByteBuffer buffer = ByteBuffer.allocate(Limits.DATAGRAM_BYTES);
        while (!closed) {
            try {
                buffer.clear();
                var from = (InetSocketAddress) service.receive(buffer);
                double received = TimeWave.seconds(clock.getAsLong());
                var answer = TimeMessage.answer(
                        buffer.array(), buffer.position(), received, TimeWave.seconds(clock.getAsLong()));
                if (answer.isPresent()) {
                    service.send(ByteBuffer.wrap(answer.get()), from);
                } else {
                    ask(buffer, from.getAddress());
                }
            } catch (IOException e) {
                // An earlier answer that nobody took may be reported here; the next question is heard.
                LOG.log(Level.TRACE, "a question could not be taken: {0}", e.getMessage());
                if (!service.isOpen()) {
                    return;
                }
            }
        }
    }

    private void hearEverybody() {
        ByteBuffer buffer = ByteBuffer.allocate(Limits.DATAGRAM_BYTES);
        try (Selector selector = Selector.open()) {
            for (DatagramChannel channel : everybody.channels()) {
                channel.register(selector, SelectionKey.OP_READ);
            }
            while (!closed) {
                everybody.join();
                selector.select(REJOIN_MILLIS);
                for (SelectionKey key : selector.selectedKeys()) {
                    hear((DatagramChannel) key.channel(), buffer);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            if (!closed) {
                LOG.log(Level.WARNING, "an outlet can no longer be found by multicast: {0}", e.getMessage());
            }
        }
    }

    private void hear(DatagramChannel channel, ByteBuffer buffer) throws IOException {
        buffer.clear();
        var from = (InetSocketAddress) channel.receive(buffer);
        if (from != null) {
            ask(buffer, from.getAddress());
        }
    }

    private void ask(ByteBuffer buffer, InetAddress by) {
        Question.read(buffer.array(), buffer.position()).ifPresent(question -> {
            if (!waiting.offer(new Asked(question, by))) {
                LOG.log(Level.TRACE, "too many questions at once");
            }
        });
    }

    private void answer() {
        var limit = new RateLimit(ANSWERS_A_SECOND, System::nanoTime);
        try {
            while (!closed) {
                Asked asked = waiting.take();
                if (mayAnswer(asked.by()) && outlet.matches(asked.question().query()) && limit.tryTake()) {
                    send(asked);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Asked asked) {
        byte[] answer = asked.question().answer(DescriptionWriter.shortXml(outlet.description()));
        try {
            service.send(
                    ByteBuffer.wrap(answer),
                    new InetSocketAddress(asked.by(), asked.question().returnPort()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "an answer could not be sent to {0}: {1}", asked.by(), e.getMessage());
        }
    }

    /** An outlet for this machine is not even shown to others. */
    private boolean mayAnswer(InetAddress by) {
        try {
            return !thisMachineOnly || by.isLoopbackAddress() || NetworkInterface.getByInetAddress(by) != null;
        } catch (java.net.SocketException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        everybody.close();
        service.close();
        waiting.clear();
        waiting.offer(new Asked(new Question("false()", 1, ""), InetAddress.getLoopbackAddress()));
    }
}
